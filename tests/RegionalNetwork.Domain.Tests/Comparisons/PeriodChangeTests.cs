using RegionalNetwork.Domain.Comparisons;
using RegionalNetwork.Domain.Tests.Benchmarking;

namespace RegionalNetwork.Domain.Tests.Comparisons;

public sealed class PeriodChangeTests
{
    [Fact]
    public void A_change_of_proportions_is_tested()
    {
        var change = Between("CSW-05", new(72, 72, 100), new(81, 81, 100));

        Assert.Equal(9, change.Difference, precision: 12);
        Assert.Equal(0.133371500167558, change.P!.Value, precision: 12);
        Assert.Equal(-2.78357648461471, change.Percent95!.Value.Lower, precision: 10);
        Assert.Equal(20.4926557757698, change.Percent95.Value.Upper, precision: 10);
        Assert.False(change.IsSignificant);
    }

    [Fact]
    public void A_large_change_is_significant() =>
        Assert.True(Between("CSW-05", new(10, 100, 1000), new(20, 200, 1000)).IsSignificant);

    [Theory]
    [InlineData("CSW-01", "full-time equivalents")]
    [InlineData("CSW-02", "not proportions")]
    [InlineData("CSW-12-FTE", "a number is not compared")]
    public void Another_change_is_shown_and_not_tested(string indicator, string because)
    {
        var change = Between(indicator, new(10, 10, 100), new(20, 20, 100));

        Assert.Equal(10, change.Difference);
        Assert.Null(change.IsSignificant);
        Assert.Contains(because, change.NotTestedBecause, StringComparison.Ordinal);
    }

    private static PeriodChange Between(string indicator, CountedValue before, CountedValue after) =>
        PeriodChange.Between(Csww.Mapping.Indicators.Single(one => one.Code == indicator), before, after);
}
