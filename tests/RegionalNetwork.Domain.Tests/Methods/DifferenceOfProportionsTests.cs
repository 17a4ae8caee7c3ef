using FsCheck.Fluent;
using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.Tests.Methods;

public sealed class DifferenceOfProportionsTests
{
    [Fact]
    public void Audits_of_two_years_do_not_differ_beyond_chance()
    {
        var change = DifferenceOfProportions.Between(new(72, 100), new(81, 100), Oracle.Usual);

        Oracle.Equal(0.09, change.Difference);
        Oracle.Equal(1.50093837982278, change.Z);
        Oracle.Equal(0.133371500167558, change.P);
        Oracle.Equal(-0.0278357648461471, 0.204926557757698, change.Interval);
    }

    [Fact]
    public void Two_totals_that_do_not_vary_have_an_interval_and_no_test()
    {
        var change = DifferenceOfProportions.Between(new(10, 10), new(20, 20), Oracle.Usual);

        Assert.Null(change.Z);
        Assert.Null(change.P);
        Assert.True(change.Interval.Contains(0) && change.Interval.Width > 0);
    }

    [Fact]
    public void Interval_holds_the_difference_within_minus_1_and_1() =>
        Law.HoldsFor(
            (
                from n1 in Gen.Choose(1, 500)
                from x1 in Gen.Choose(0, n1)
                from n2 in Gen.Choose(1, 500)
                from x2 in Gen.Choose(0, n2)
                select DifferenceOfProportions.Between(new(x1, n1), new(x2, n2), Oracle.Usual)
            ),
            change =>
                change.Interval.Contains(change.Difference)
                && change.Interval is { Lower: >= -1 - 1e-12, Upper: <= 1 + 1e-12 }
                && change.P is null or (>= 0 and <= 1)
        );
}
