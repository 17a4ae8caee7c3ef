using FsCheck.Fluent;
using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.Tests.Methods;

/// <summary>Leavers per hundred in post by headcount, 2025: each of three councils judged, and what few events do.</summary>
public sealed class PoissonIntervalTests
{
    [Theory]
    [InlineData(26, 239, 7.10450033706832, 15.9403942043859, 5.43956007663229, 19.2359370118129)]
    [InlineData(51, 149, 25.4832356400419, 45.0046746692562, 21.2872289929528, 51.8014607923494)]
    [InlineData(52, 686, 5.66082972981503, 9.94059176532061, 4.73809534252584, 11.4281345944940)]
    [InlineData(10, 90, 5.31938879329729, 20.4349540063961, 3.24035374966187, 26.8819165865339)]
    [InlineData(9, 90, 4.57263677486481, 18.9831149460213, 2.72491600484864, 25.1748592322921)]
    [InlineData(0, 50, 0, 7.37775890822787, 0, 13.8155105579643)]
    public void Rate_has_the_interval_worked_out(
        double events,
        double population,
        double low,
        double high,
        double lowest,
        double highest
    )
    {
        Oracle.Equal(low, high, PoissonInterval.OfRate(events, population, 100, Oracle.Usual));
        Oracle.Equal(lowest, highest, PoissonInterval.OfRate(events, population, 100, Oracle.Strict));
    }

    [Theory]
    [InlineData(-1, 10, 100)]
    [InlineData(double.NaN, 10, 100)]
    [InlineData(double.PositiveInfinity, 10, 100)]
    [InlineData(1, 0, 100)]
    [InlineData(1, 10, 0)]
    public void What_cannot_be_a_rate_has_no_interval(double events, double population, double multiplier) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            PoissonInterval.OfRate(events, population, multiplier, Oracle.Usual)
        );

    [Fact]
    public void Interval_holds_the_count_and_is_wider_at_99_point_8_percent() =>
        Law.HoldsFor(
            Gen.Choose(0, 3_000).Select(tenths => tenths / 10.0),
            events =>
            {
                var narrow = PoissonInterval.OfCount(events, Oracle.Usual);
                var wide = PoissonInterval.OfCount(events, Oracle.Strict);
                return narrow.Contains(events) && wide.Lower <= narrow.Lower && wide.Upper > narrow.Upper;
            }
        );

    /// <summary>Quantiles of one half and less degrees of freedom are next to nothing: (tail × Γ(x + 1))^(1/x).</summary>
    [Theory]
    [InlineData(0.1, 5.79e-17)]
    [InlineData(0.2, 6.37e-9)]
    public void Few_tenths_of_an_event_have_a_lower_bound_too(double events, double lower)
    {
        var interval = PoissonInterval.OfCount(events, Oracle.Usual);

        Assert.InRange(interval.Lower / lower, 0.99, 1.01);
        Assert.True(interval.Contains(events));
        Assert.True(PoissonInterval.OfCount(events, Oracle.Strict).Lower < interval.Lower);
    }

    /// <summary>Also from nine to ten events, where the method changes.</summary>
    [Theory]
    [InlineData(ConfidenceLevel.Percent95)]
    [InlineData(ConfidenceLevel.Percent99Point8)]
    public void One_event_more_raises_both_bounds(ConfidenceLevel level)
    {
        var intervals = Enumerable.Range(0, 40).Select(events => PoissonInterval.OfCount(events, level)).ToArray();

        Assert.All(intervals.Zip(intervals.Skip(1)), pair => Assert.True(pair.First.Lower < pair.Second.Lower));
        Assert.All(intervals.Zip(intervals.Skip(1)), pair => Assert.True(pair.First.Upper < pair.Second.Upper));
    }
}
