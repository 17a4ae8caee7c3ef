using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Returns;
using static RegionalNetwork.Domain.Tests.People;
using static RegionalNetwork.Domain.Tests.ReturnedFigures.ReturnedSamples;

namespace RegionalNetwork.Domain.Tests.ReturnedFigures;

/// <summary>Which councils' figures a caller is shown by name, and how much of them.</summary>
public sealed class NamedFiguresTests
{
    private const int OfWhite = 0;
    private const int OfMixed = 1;

    private static readonly IndicatorFigure Hidden = new(null, null, null, null, FigureStatus.Confidential);

    [Fact]
    public void A_joint_return_is_shown_to_who_may_see_every_council_of_it()
    {
        // Walsall is not party to the agreement, Dudley is.
        var withWalsall = Joint(Walsall);
        var withDudley = Joint(Dudley);
        var noted = new List<string>();

        Assert.Null(withWalsall.Column(Viewer(PswOf(Sandwell)), Rate).FigureOf(Coventry));
        Assert.NotNull(withWalsall.Column(Viewer(PswOf(Coventry)), Rate).FigureOf(Walsall));
        Assert.NotNull(withWalsall.Column(Viewer(PswOf(Walsall)), Rate).FigureOf(Coventry));
        Assert.NotNull(
            withDudley.Column(Viewer(PswOf(Solihull), SixTogether, Parties, noted), Rate).FigureOf(Coventry)
        );
        Assert.Equal([$"Shared {Coventry}", $"Shared {Dudley}", $"Shared {Sandwell}"], noted.Order());
    }

    [Fact]
    public void A_figure_is_hidden_whole_where_any_of_its_parts_is()
    {
        // Two white people left: that is hidden, and with it the group Unknown, but not the group Mixed.
        var directory = RoundOf(one =>
            one.UnitKey == Sandwell ? Included(Sandwell, one.Level, (100, 2), (80, 40)) : one
        );
        var viewer = Viewer(PswOf(Coventry));
        var rate = directory.Find(Rate, viewer)!;

        Assert.Equal(Hidden, rate.Column(0, OfWhite).FigureOf(Sandwell));
        Assert.Equal(50, rate.Column(0, OfMixed).FigureOf(Sandwell)!.Value.Value);
        Assert.Equal(Hidden, directory.Column(viewer, TwoGroups).FigureOf(Sandwell));
    }

    [Fact]
    public void What_everybody_may_see_is_masked_as_for_anybody_and_whole_for_its_own_council_alone()
    {
        var directory = RoundOf(one =>
            one.UnitKey == Wolverhampton ? Included(Wolverhampton, ReleaseLevel.Public, (100, 30), (20, 3)) : one
        );

        foreach (var caller in new[] { null, PswOf(Coventry), NationalOffice, Operator })
        {
            Assert.Equal(Hidden, Mixed(caller));
        }

        Assert.Equal(15, Mixed(PswOf(Wolverhampton)).Value!.Value, 1e-9);

        IndicatorFigure Mixed(Domain.Kernel.Actor? caller) =>
            directory.Find(Rate, Viewer(caller))!.Column(0, OfMixed).FigureOf(Wolverhampton)!.Value;
    }

    [Fact]
    public void What_a_hub_shows_is_shown_here_to_its_own_council_alone()
    {
        var directory = FirstRound();
        var network = SixTogether.Find(WestMidlands)!;
        foreach (var caller in new[] { null, PswOf(Dudley), NationalOffice })
        {
            var noted = new List<string>();
            var viewer = Viewer(caller, SixTogether, Parties, noted, Coventry, Wolverhampton);
            var column = directory.Column(viewer, Rate);

            Assert.Null(column.FigureOf(Coventry));
            Assert.Null(column.FigureOf(Wolverhampton));
            Assert.Null(column.RollupTo(England.Code));
            Assert.Null(column.RollupTo(OfWestMidlands));
            Assert.Null(column.RollupTo(network));
            Assert.DoesNotContain($"Shared {Coventry}", noted);
        }

        var own = directory.Column(Viewer(PswOf(Coventry), SixTogether, Parties, [], Coventry), Rate);
        Assert.NotNull(own.FigureOf(Coventry));
        Assert.NotNull(directory.Column(Viewer(PswOf(Dudley), SixTogether, Parties, []), Rate).FigureOf(Coventry));
    }

    [Fact]
    public void A_loosely_stated_figure_is_shown_where_it_can_be_no_small_one_and_is_no_number()
    {
        Assert.Equal((">50", FigureStatus.LowReliability), Shown(50, StatedQualifier.Over));
        Assert.Equal((">=10", FigureStatus.LowReliability), Shown(10, StatedQualifier.AtLeast));
        Assert.Equal((null, FigureStatus.Confidential), Shown(9, StatedQualifier.AtLeast));
        Assert.Equal((null, FigureStatus.Confidential), Shown(50, StatedQualifier.Below));
        Assert.Equal((null, FigureStatus.Confidential), Shown(50, StatedQualifier.About));

        static (string? Text, FigureStatus Status) Shown(double value, StatedQualifier qualifier)
        {
            var loose = new ReturnFigure(value, FigureStatus.Value, qualifier);
            var directory = RoundOf(one => one.UnitKey == Coventry ? one.WithLeavers(loose) : one);
            var figure = directory.Column(Viewer(PswOf(Dudley)), Rate).FigureOf(Coventry)!.Value;
            var own = directory.Column(Viewer(PswOf(Coventry)), Rate).FigureOf(Coventry)!.Value;
            Assert.Equal((loose.Text, null), (own.Numerator?.Text, own.Value));
            return (figure.Numerator?.Text, figure.Status);
        }
    }

    [Fact]
    public void What_is_never_local_has_a_name_for_nobody_and_a_sum_for_who_may_see_sums()
    {
        var column = FirstRound().Column(Viewer(PswOf(Coventry)), NeverLocal);

        Assert.Equal(Hidden, column.FigureOf(Coventry));
        Assert.Equal(Hidden, column.FigureOf(Dudley));
        Assert.Null(column.RollupOf(Seven));
        Assert.Equal(770, column.RollupTo(OfWestMidlands)!.Value);
    }

    private static Domain.ReturnedFigures.ReturnedDirectory Joint(string other) =>
        RoundOf(one =>
            one.UnitKey == Coventry ? one.JointlyWith(other)
            : one.UnitKey == other ? null
            : one
        );
}
