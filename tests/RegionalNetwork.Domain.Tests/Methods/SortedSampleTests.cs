using FsCheck.Fluent;
using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.Tests.Methods;

public sealed class SortedSampleTests
{
    /// <summary>Turnover 2025 by full-time equivalent in Wolverhampton's ten statistical neighbours.</summary>
    private static readonly double[] Neighbours = [11.1, 8.4, 8.1, 6.0, 16.6, 11.3, 7.9, 7.9, 8.6, 14.9];

    [Fact]
    public void Neighbours_have_the_median_and_the_mean_worked_out()
    {
        var sample = new SortedSample(Neighbours);

        Oracle.Equal(8.5, sample.Median);
        Oracle.Equal(10.08, sample.Mean);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 3.25)]
    [InlineData(0.5, 5.5)]
    [InlineData(0.75, 7.75)]
    [InlineData(1, 10)]
    public void Quantiles_of_one_to_ten_are_those_that_R_gives(double probability, double quantile) =>
        Oracle.Equal(quantile, new SortedSample([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]).Quantile(probability));

    [Fact]
    public void Equal_values_share_the_best_of_their_places_from_either_end()
    {
        var sample = new SortedSample(Neighbours);

        Assert.Equal([1, 2, 2, 4, 10], RanksOf(RankOrder.LowestFirst));
        Assert.Equal([10, 8, 8, 7, 1], RanksOf(RankOrder.HighestFirst));

        IEnumerable<int> RanksOf(RankOrder order) =>
            new[] { 6.0, 7.9, 7.9, 8.1, 16.6 }.Select(value => sample.Rank(value, order));
    }

    [Fact]
    public void Rank_is_one_more_than_the_number_of_better_values() =>
        Law.HoldsFor(
            Gen.Choose(0, 20).Select(value => (double)value).NonEmptyListOf(),
            values =>
            {
                var sample = new SortedSample([.. values]);
                return values.All(value =>
                    sample.Rank(value, RankOrder.LowestFirst) == 1 + values.Count(other => other < value)
                    && sample.Rank(value, RankOrder.HighestFirst) == 1 + values.Count(other => other > value)
                );
            }
        );

    [Fact]
    public void Empty_sample_has_no_averages_and_no_bands()
    {
        var empty = new SortedSample([]);

        Assert.Null(empty.Mean);
        Assert.Null(empty.Median);
        Assert.Null(QuartileBands.Over(empty));
    }

    [Fact]
    public void One_value_is_its_own_every_quantile()
    {
        var sample = new SortedSample([7]);

        Assert.Equal((7, 7, 7), (sample.Quantile(0), sample.Median, sample.Quantile(1)));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_number_is_no_value(double value) =>
        Assert.Throws<ArgumentException>(() => new SortedSample([1, value]));

    [Fact]
    public void What_is_not_in_the_sample_has_no_rank() =>
        Assert.Throws<ArgumentException>(() => new SortedSample(Neighbours).Rank(9, RankOrder.LowestFirst));

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Probability_is_from_0_to_1(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SortedSample(Neighbours).Quantile(probability));
}
