using System.Collections.Immutable;
using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.ReturnedFigures;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Rounds;
using static RegionalNetwork.Domain.Tests.People;
using static RegionalNetwork.Domain.Tests.ReturnedFigures.ReturnedSamples;
using static RegionalNetwork.Domain.Tests.Returns.ReturnSamples;

namespace RegionalNetwork.Domain.Tests.ReturnedFigures;

/// <summary>
/// The hub of a region passes on what it shows, and a national hub shows no more than that. So whoever sees both knows what one of them
/// tells, and disclosure control of that one protects all that is hidden.
/// </summary>
public sealed class PassedOnTests
{
    private const string NorthEast = "E12000001";
    private static readonly string[] Indicators = [Rate, TwoGroups, NeverLocal];

    private static readonly Actor?[] Callers = [null, NationalOffice, PswOf(Coventry), PswOf(Walsall)];

    [Fact]
    public void The_nation_is_shown_by_name_what_the_region_shows_and_the_same_sums()
    {
        var (cases, hidden) = (0, 0);
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            var region = Nothing.With(Round(1, Random(random, vintage: 1)), SixTogether);
            var nation = PassedOn(Nothing, region, 1);
            Compare(region, nation, ref cases, ref hidden);
            // Some restate: the mask of a version stays, the sums are renewed or stand.
            var before = region.ShownIn("workforce", Year)!.Round.Included;
            var next = Random(random, vintage: 2).Select(one => random.Next(3) == 0 ? one : before[one.UnitKey]);
            region = region.With(Round(2, next), SixTogether);
            Compare(region, PassedOn(nation, region, 2), ref cases, ref hidden);
        }

        Assert.True(hidden > 500, $"{hidden}");
        TestContext.Current.SendDiagnosticMessage($"{cases} cases, {hidden} of them hidden");
    }

    [Fact]
    public void A_hidden_figure_is_in_nothing_that_is_passed_on()
    {
        var shown = WithSmallGroup().ShownIn("workforce", Year)!;
        var sandwell = shown.Round.Included[Sandwell];

        var masked = shown.Masked(sandwell);

        Assert.Equal("c", masked.Find("Mixed", "leavers")!.Value.Text);
        Assert.Equal(sandwell.Figures.Find("White", "in_post"), masked.Find("White", "in_post"));
        Assert.Equal("c", masked.Find("Total", "days_lost")!.Value.Text);
    }

    [Fact]
    public void England_is_what_regions_sent_and_what_is_added_up_here()
    {
        string[] councils = [.. CouncilRegister.England.All.Where(IsOfNorthEast).Take(4).Select(one => one.Code)];
        var region = FirstRound();
        var here = councils.Select(council => Included(council, ReleaseLevel.Nation, (200, 40), (100, 20)));
        var shown = region.ShownIn("workforce", Year)!;
        var nation = Nothing.With(Round(1, [.. Masked(shown), .. here]) with { Sums = Sums(shown) }, Founded(councils));

        var column = nation.Column(Viewer(NationalOffice), Rate);
        var ofRegion = region.Column(Viewer(NationalOffice), Rate).RollupTo(OfWestMidlands)!;
        var own = column.RollupTo(NorthEast)!;
        var england = column.RollupTo(England.Code)!;

        Assert.Equal(11, england.Coverage.Contributors);
        Assert.Equal(ofRegion.Numerator + own.Numerator, england.Numerator);
        Assert.Equal(ofRegion.Denominator + own.Denominator, england.Denominator);
        Assert.Equal(4 * 75, own.Numerator);
    }

    [Fact]
    public void What_a_region_does_not_let_out_is_in_no_sum_of_the_nation()
    {
        // Two returns are too few for a sum.
        var region = RoundOf(one => one.UnitKey is Coventry or Dudley ? one : null);
        var nation = PassedOn(Nothing, region, 1).Column(Viewer(NationalOffice), Rate);

        Assert.Null(nation.RollupTo(OfWestMidlands));
        Assert.Null(nation.RollupTo(England.Code));
    }

    [Fact]
    public void Sums_from_before_a_region_sent_its_own_are_not_counted_twice()
    {
        var region = FirstRound();
        var before = FirstRound();
        Assert.NotNull(before.Column(Viewer(NationalOffice), Rate).RollupTo(England.Code));

        var after = PassedOn(before, region, 2).Column(Viewer(NationalOffice), Rate);

        Assert.Equal(7, after.RollupTo(England.Code)!.Coverage.Contributors);
    }

    private static void Compare(ReturnedDirectory region, ReturnedDirectory nation, ref int cases, ref int hidden)
    {
        foreach (var caller in Callers)
        {
            foreach (var indicator in Indicators)
            {
                var (below, above) = (Source(region, indicator, caller), Source(nation, indicator, caller));
                for (var slice = 0; slice < below.Slices.Count; slice++)
                {
                    var (there, here) = (below.Column(0, slice), above.Column(0, slice));
                    foreach (var area in new[] { OfWestMidlands, England.Code })
                    {
                        Assert.Equal(Sum(there.RollupTo(area)), Sum(here.RollupTo(area)));
                        cases++;
                    }

                    foreach (var council in Seven)
                    {
                        // What their own people see at the region's hub is not passed on.
                        var shown = Source(region, indicator, Other(caller, council))
                            .Column(0, slice)
                            .FigureOf(council);
                        if (here.FigureOf(council) is { Value: not null } told)
                        {
                            Assert.Equal(shown!.Value.Value, told.Value);
                        }
                        else
                        {
                            hidden++;
                        }

                        cases++;
                    }
                }
            }
        }
    }

    /// <summary>Somebody who may see the council's masked figures.</summary>
    private static Actor? Other(Actor? caller, string council) =>
        caller == PswOf(council) ? PswOf(council == Dudley ? Coventry : Dudley) : caller;

    private static ReturnedIndicator Source(ReturnedDirectory directory, string indicator, Actor? caller) =>
        directory.Find(indicator, Viewer(caller))!;

    private static (decimal, decimal?, int, bool)? Sum(Rollup? rollup) =>
        rollup is null
            ? null
            : (rollup.Numerator, rollup.Denominator, rollup.Coverage.Contributors, rollup.IsSuperseded);

    /// <summary>Small groups are frequent.</summary>
    private static IncludedReturn[] Random(Random random, int vintage) =>
        [
            .. Seven.Select(council =>
            {
                var (white, mixed) = (random.Next(40, 200), random.Next(2, 80));
                return Included(
                    council,
                    (ReleaseLevel)random.Next((int)ReleaseLevel.Network, (int)ReleaseLevel.Public + 1),
                    (white, random.Next(white)),
                    (mixed, random.Next(mixed)),
                    vintage
                );
            }),
        ];

    private static ReturnedDirectory PassedOn(ReturnedDirectory nation, ReturnedDirectory region, int number)
    {
        var shown = region.ShownIn("workforce", Year)!;
        return nation.With(Round(number, Masked(shown)) with { Sums = Sums(shown) }, SixTogether);
    }

    private static IncludedReturn[] Masked(ShownRound shown) =>
        [
            .. shown
                .Round.Included.Values.Where(one => one.Level >= ReleaseLevel.Nation)
                .Select(one => one with { Figures = shown.Masked(one) }),
        ];

    private static ImmutableSortedDictionary<string, RegionSums> Sums(ShownRound shown) =>
        RegionSums.None.Add(OfWestMidlands, new RegionSums(OfWestMidlands, 1, shown.SumsOf(OfWestMidlands)));

    private static bool IsOfNorthEast(Council council) =>
        council.RegionCode == NorthEast && council.ExistedOn(new DateOnly(2021, 9, 30));
}
