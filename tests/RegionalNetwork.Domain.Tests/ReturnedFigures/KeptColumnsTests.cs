using System.Runtime.CompilerServices;
using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.ReturnedFigures;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Collections;
using static RegionalNetwork.Domain.Tests.People;
using static RegionalNetwork.Domain.Tests.ReturnedFigures.ReturnedSamples;
using static RegionalNetwork.Domain.Tests.Returns.ReturnSamples;

namespace RegionalNetwork.Domain.Tests.ReturnedFigures;

/// <summary>Columns that are kept answer those alone who see exactly the same, and nothing that is out of date.</summary>
public sealed class KeptColumnsTests
{
    private static readonly Actor?[] Callers =
    [
        null,
        .. Seven.Select(PswOf),
        DataOfficerOf(Coventry),
        ApproverOf(Coventry),
        At(Place.Council(Coventry), Role.PrincipalSocialWorker, ServiceScope.Adults),
        Coordinator,
        OtherCoordinator,
        NationalOffice,
        Operator,
        At(Place.Region(OfWestMidlands), Role.RegionalImprovementLead, ServiceScope.Both),
        At(Place.Region("E12000001"), Role.RegionalImprovementLead, ServiceScope.Both),
        At(Place.Nation, Role.ResearchPartner, ServiceScope.Both),
    ];

    [Fact]
    public void Whoever_asked_before_everybody_is_told_what_they_would_be_told_alone()
    {
        var alone = Callers.Select(caller => ToldOfAll(WithSmallGroup(), caller)).ToArray();

        Assert.InRange(alone.Distinct().Count(), 12, Callers.Length);
        var order = Enumerable.Range(0, Callers.Length);
        foreach (var callers in new[] { order, order.Reverse() })
        {
            var directory = WithSmallGroup();
            foreach (var caller in callers.Concat(callers))
            {
                Assert.Equal(alone[caller], ToldOfAll(directory, Callers[caller]));
            }
        }
    }

    [Fact]
    public void Callers_share_a_column_exactly_if_they_have_the_same_rights()
    {
        var directory = FirstRound();
        var columns = Callers.Select(caller => directory.Column(Viewer(caller), Rate)).ToArray();
        var told = columns.Select(Told).ToArray();
        var shared = 0;
        for (var one = 0; one < Callers.Length; one++)
        {
            for (var other = 0; other < one; other++)
            {
                if (ReferenceEquals(columns[one].Statistics, columns[other].Statistics))
                {
                    shared++;
                    // Sums of networks are asked about anew, so they are no part of what is shared.
                    Assert.Equal(WithoutNetwork(told[one]), WithoutNetwork(told[other]));
                }
            }
        }

        // Psw and approver of Coventry are told the same by the same rights; nobody and an operator see what is public.
        Assert.Same(ColumnOf(PswOf(Coventry)), ColumnOf(ApproverOf(Coventry)));
        Assert.Same(ColumnOf(null), ColumnOf(Operator));
        Assert.NotSame(ColumnOf(PswOf(Coventry)), ColumnOf(DataOfficerOf(Coventry)));
        Assert.NotSame(ColumnOf(PswOf(Coventry)), ColumnOf(PswOf(Dudley)));
        Assert.InRange(shared, 2, 10);

        ColumnStatistics ColumnOf(Actor? caller) =>
            columns[Array.FindIndex(Callers, each => each?.Grants[0] == caller?.Grants[0])].Statistics;
    }

    [Fact]
    public void Rights_are_the_same_only_if_every_sight_and_every_area_is()
    {
        FigureSight[] sights = [FigureSight.Own, FigureSight.Masked, FigureSight.Nothing];
        var rights = new FigureRights([.. sights], area => area == OfWestMidlands);

        Assert.Equal(rights, new FigureRights([.. sights], area => area == OfWestMidlands));
        Assert.NotEqual(rights, new FigureRights([.. sights], _ => false));
        Assert.NotEqual(rights, new FigureRights([.. sights], area => area == England.Code));
        Assert.NotEqual(rights, new FigureRights(sights[..2], area => area == OfWestMidlands));
        for (var place = 0; place < sights.Length; place++)
        {
            FigureSight[] other = [.. sights];
            other[place] = other[place] == FigureSight.Nothing ? FigureSight.Masked : FigureSight.Nothing;
            Assert.NotEqual(rights, new FigureRights(other, area => area == OfWestMidlands));
        }
    }

    [Fact]
    public void What_was_shown_of_others_is_put_on_record_each_time()
    {
        var directory = FirstRound();
        string[] expected = [.. new[] { Dudley, Sandwell, Solihull }.Select(council => $"Shared {council}")];
        for (var request = 0; request < 3; request++)
        {
            var noted = new List<string>();
            Told(directory.Column(Viewer(PswOf(Coventry), SixTogether, Parties, noted), Rate));

            Assert.Equal(expected, noted.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_council_that_leaves_the_agreement_is_gone_at_once_and_back_when_it_signs_again()
    {
        var directory = FirstRound();
        string[] without = [.. Parties.Where(party => party != Dudley)];

        Assert.Equal([Coventry, Dudley, Sandwell, Solihull, Wolverhampton], Named(Parties));
        Assert.Equal([Coventry, Sandwell, Solihull, Wolverhampton], Named(without));
        Assert.Equal([Coventry, Dudley, Sandwell, Solihull, Wolverhampton], Named(Parties));

        string[] Named(string[] parties) =>
            NamedIn(directory.Column(Viewer(PswOf(Coventry), SixTogether, parties, []), Rate));
    }

    [Fact]
    public void A_member_that_leaves_the_network_sees_neither_its_figures_nor_its_sums_any_more()
    {
        var directory = FirstRound();
        Told(directory.Column(Viewer(PswOf(Coventry)), Rate));
        var left = SixTogether.Apply(WestMidlands, new CouncilLeftNetwork(Coventry, new DateOnly(2021, 3, 31)));
        var network = left.Find(WestMidlands)!;

        var column = directory.Column(Viewer(PswOf(Coventry), left, Parties, []), Rate);

        Assert.Equal([Coventry, Wolverhampton], NamedIn(column));
        Assert.Null(column.RollupTo(network));
        Assert.NotNull(directory.Column(Viewer(PswOf(Dudley), left, Parties, []), Rate).RollupTo(network));
    }

    [Fact]
    public void A_role_that_ends_ends_at_once()
    {
        var directory = FirstRound();
        Assert.NotEmpty(NamedIn(directory.Column(Viewer(PswOf(Coventry)), Rate)));

        var after = directory.Column(Viewer(PswOf(Coventry) with { Grants = [] }), Rate);

        Assert.Equal([Wolverhampton], NamedIn(after));
        Assert.Null(after.RollupTo(England.Code));
    }

    [Fact]
    public void A_new_round_is_another_column_for_the_same_rights_and_the_old_one_stays_as_it_was()
    {
        var first = FirstRound();
        var before = Told(first.Column(Viewer(PswOf(Walsall)), Rate));
        // Walsall restates, Birmingham releases to everybody, Dudley withdraws: the same rights to all the others.
        var included = All(ReleaseLevel.Nation)
            .Where(one => one.UnitKey != Dudley)
            .Select(one =>
                one.UnitKey == Walsall ? Included(Walsall, ReleaseLevel.Nation, (300, 90), (200, 60), vintage: 2)
                : one.UnitKey == Birmingham ? one with { Level = ReleaseLevel.Public }
                : one
            );
        var second = first.With(Round(2, included), SixTogether);

        var column = second.Column(Viewer(PswOf(Walsall)), Rate);

        Assert.Equal([Birmingham, Walsall, Wolverhampton], NamedIn(column));
        Assert.Equal(30, column.FigureOf(Walsall)!.Value.Value!.Value, 1e-9);
        Assert.Equal(before, Told(first.Column(Viewer(PswOf(Walsall)), Rate)));
    }

    [Fact]
    public void No_more_are_kept_than_the_limit_and_what_is_asked_for_again_stays()
    {
        var round = new RoundFigures(
            new CollectionModel(Workforce, Catalogue),
            Round(1, All(ReleaseLevel.Nation)),
            ReturnPeriod.Find(Workforce, Year)!,
            SixTogether,
            before: null,
            earlier: null
        );
        var kept = new KeptColumns();
        var (usual, once) = (kept.Of(round, 0, 0, Rights(0)), kept.Of(round, 0, 0, Rights(1)));
        var most = 0;
        for (var other = 2; other <= Limits.ColumnsKept * 2; other++)
        {
            kept.Of(round, 0, 0, Rights(other));
            Assert.Same(usual, kept.Of(round, 0, 0, Rights(0)));
            most = Math.Max(most, kept.Count);
        }

        Assert.InRange(most, Limits.ColumnsKept - 1, Limits.ColumnsKept);
        Assert.NotSame(once, kept.Of(round, 0, 0, Rights(1)));

        // Sights as the digits of a number, and a right to sums as its lowest bit.
        FigureRights Rights(int number) =>
            new(
                [.. Seven.Select((_, place) => (FigureSight)(number / 2 / (int)Math.Pow(3, place) % 3))],
                area => area == England.Code && number % 2 == 1
            );
    }

    [Fact]
    public void What_is_kept_holds_nothing_of_the_request_that_made_it()
    {
        var directory = FirstRound();
        var request = Ask(directory);

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(request.IsAlive);
        Assert.NotNull(directory.Find(Rate, Viewer(null)));
    }

    private static string ToldOfAll(ReturnedDirectory directory, Actor? caller) =>
        string.Join(
            '\n',
            from indicator in new[] { Rate, TwoGroups }
            let source = directory.Find(indicator, Viewer(caller))!
            from slice in Enumerable.Range(0, source.Slices.Count)
            select $"{indicator} {slice}\n{Told(source.Column(0, slice))}"
        );

    private static Actor At(Place place, Role role, ServiceScope scope) =>
        new("test", [new Grant(role, place) { Scope = scope }]);

    private static string WithoutNetwork(string told) =>
        string.Join('\n', told.Split('\n').Where(line => !line.StartsWith("network ", StringComparison.Ordinal)));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Ask(ReturnedDirectory directory)
    {
        var viewer = Viewer(PswOf(Coventry));
        Told(directory.Column(viewer, Rate));
        return new WeakReference(viewer);
    }
}
