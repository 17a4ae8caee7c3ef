using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.ReturnedFigures;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Rounds;
using static RegionalNetwork.Domain.Tests.ReturnedFigures.ReturnedSamples;
using static RegionalNetwork.Domain.Tests.Returns.ReturnSamples;

namespace RegionalNetwork.Domain.Tests.ReturnedFigures;

/// <summary>What the sets of a round keep of those of the round before.</summary>
public sealed class PairedSetsTests
{
    private static readonly CollectionModel Model = new(Workforce, Catalogue);
    private static readonly ReturnFigure NotKnown = new(double.NaN, FigureStatus.NotAvailable, StatedQualifier.Exact);
    private static readonly IncludedReturn[] Returns = All(ReleaseLevel.Nation);

    [Fact]
    public void Other_figures_in_the_same_cells_change_nothing()
    {
        var first = new PairedSets(Model, Returns);

        Assert.Same(first, first.Next(Restated(one => Included(one.UnitKey, one.Level, (90, 9), (80, 8), vintage: 2))));
    }

    [Fact]
    public void A_number_less_leaves_the_return_out_and_a_number_more_takes_it_in_again()
    {
        var gap = Restated(one => one.WithLeavers(NotKnown) with { Vintage = 2 });
        var first = new PairedSets(Model, Returns);

        var second = first.Next(gap);
        var third = second.Next(Returns);

        Assert.Equal((0, 1, 0), (SetsApart(first), SetsApart(second), SetsApart(third)));
        var family = Model.Families.First(each => second.Of(each).Count > 1);
        Assert.Contains(second.Of(family), set => set.Has.Count(has => has) == Returns.Length - 1);
    }

    [Fact]
    public void A_return_more_or_less_is_another_round()
    {
        var first = new PairedSets(Model, Returns);

        Assert.All(
            first.Next(Returns[1..]).Of(Model.Families[0]),
            set => Assert.Equal(Returns.Length - 1, set.Has.Length)
        );
        Assert.NotSame(first, first.Next([.. Returns[1..], Returns[0]]));
    }

    /// <summary>Slices of the rate that are not of all returns.</summary>
    private static int SetsApart(PairedSets sets) =>
        Enumerable.Range(0, Model.Indicators[0].Parts.Count).Count(slice => sets.SuffixOf(0, slice).Length > 0);

    private static IncludedReturn[] Restated(Func<IncludedReturn, IncludedReturn> change) =>
        [change(Returns[0]), .. Returns[1..]];
}
