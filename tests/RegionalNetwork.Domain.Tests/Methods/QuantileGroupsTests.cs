using FsCheck.Fluent;
using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.Tests.Methods;

public sealed class QuantileGroupsTests
{
    /// <summary>Turnover 2025 by full-time equivalent in the South East network, lowest first: Southampton, Hampshire, Wokingham,
    /// Buckinghamshire, Isle of Wight, Portsmouth, Oxfordshire, Windsor and Maidenhead, Bracknell Forest.</summary>
    private static readonly double[] SouthEast = [7.4, 7.6, 9.6, 10.0, 11.3, 13.4, 14.8, 22.1, 30.2];

    [Fact]
    public void Fifths_of_nine_councils_are_as_worked_out()
    {
        var sample = new SortedSample(SouthEast);

        Assert.Equal(
            [1, 1, 2, 2, 3, 3, 4, 4, 5],
            SouthEast.Select(value => QuantileGroups.GroupOf(value, sample, 5, RankOrder.LowestFirst)!.Value)
        );
    }

    [Fact]
    public void From_the_highest_the_first_group_is_the_highest()
    {
        var sample = new SortedSample(SouthEast);

        Assert.Equal(1, QuantileGroups.GroupOf(30.2, sample, 5, RankOrder.HighestFirst));
        Assert.Equal(5, QuantileGroups.GroupOf(7.4, sample, 5, RankOrder.HighestFirst));
    }

    [Fact]
    public void Fewer_areas_than_groups_make_none()
    {
        Assert.Null(QuantileGroups.GroupOf(1, new SortedSample([1, 2, 3, 4]), 5, RankOrder.LowestFirst));
        Assert.Equal(1, QuantileGroups.GroupOf(1, new SortedSample([1, 2, 3, 4, 5]), 5, RankOrder.LowestFirst));
    }

    /// <summary>The published formula, in decimal, which has no rounding to speak of.</summary>
    [Fact]
    public void Groups_follow_the_published_formula() =>
        Law.HoldsFor(
            (from groups in Gen.Choose(1, 10) from values in Gen.Choose(0, 60).ListOf(153) select (groups, values)),
            drawn =>
            {
                var sample = new SortedSample([.. drawn.values.Select(value => (double)value)]);
                return drawn.values.All(value =>
                    QuantileGroups.GroupOf(value, sample, drawn.groups, RankOrder.LowestFirst)
                    == Formula(sample.Rank(value, RankOrder.LowestFirst), sample.Count, drawn.groups)
                );
            }
        );

    [Fact]
    public void There_is_at_least_one_group() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            QuantileGroups.GroupOf(7.4, new SortedSample(SouthEast), 0, RankOrder.LowestFirst)
        );

    private static int Formula(int rank, int n, int k)
    {
        var group = (int)Math.Floor(k + 1 - Math.Ceiling((n + 1m - rank) * k / n));
        return group == 0 ? 1 : group;
    }
}
