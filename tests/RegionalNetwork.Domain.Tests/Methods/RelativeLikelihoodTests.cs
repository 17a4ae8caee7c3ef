using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.Tests.Methods;

public sealed class RelativeLikelihoodTests
{
    [Theory]
    [InlineData(8, 60, 30, 120, 0.533333333333333, 0.260725717011846, 1.09097195207453)]
    [InlineData(9, 150, 12, 480, 2.4, 1.03135719879544, 5.58487399586421)]
    public void Ratio_has_the_interval_worked_out(
        double x,
        double n,
        double comparatorX,
        double comparatorN,
        double ratio,
        double lower,
        double upper
    )
    {
        var likelihood = RelativeLikelihood.Of(new(x, n), new(comparatorX, comparatorN), Oracle.Usual);

        Oracle.Equal(ratio, likelihood.Ratio);
        Oracle.Equal(lower, upper, likelihood.Interval!.Value);
    }

    [Fact]
    public void Standard_error_is_the_logarithms() =>
        Oracle.Equal(0.365148371670111, RelativeLikelihood.Of(new(8, 60), new(30, 120), Oracle.Usual).LogStandardError);

    [Fact]
    public void Group_that_it_never_happened_to_has_a_ratio_of_zero_and_no_interval() =>
        Assert.Equal(
            new RelativeLikelihood(0, null, null),
            RelativeLikelihood.Of(new(0, 60), new(30, 120), Oracle.Usual)
        );

    [Fact]
    public void Comparator_that_it_never_happened_to_leaves_no_ratio() =>
        Assert.Equal(default, RelativeLikelihood.Of(new(8, 60), new(0, 120), Oracle.Usual));

    [Fact]
    public void Everybody_of_both_is_parity_without_an_interval() =>
        Assert.Equal(
            new RelativeLikelihood(1, null, null),
            RelativeLikelihood.Of(new(60, 60), new(120, 120), Oracle.Usual)
        );

    [Fact]
    public void Groups_exchanged_give_the_reciprocal()
    {
        var one = RelativeLikelihood.Of(new(8, 60), new(30, 120), Oracle.Strict);
        var other = RelativeLikelihood.Of(new(30, 120), new(8, 60), Oracle.Strict);

        Oracle.Equal(1 / one.Ratio!.Value, other.Ratio);
        Oracle.Equal(1 / one.Interval!.Value.Upper, 1 / one.Interval.Value.Lower, other.Interval!.Value);
    }
}
