using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.Server.RoleAssignments;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Tests.Running;
using static RegionalNetwork.Server.Tests.Permissions.MatrixPlaces;

namespace RegionalNetwork.Server.Tests.Permissions;

/// <summary>Roles from the journal, with dates and on behalf of others, ask every question of the matrix.</summary>
public sealed class RolesInTimeTests
{
    private const string Ended = "person-ended";
    private const string ToCome = "person-to-come";
    private const string Principal = "person-principal";
    private const string Deputy = "person-deputy";
    private const string LeftBehind = "person-left-behind";

    private static readonly ApprovedTable Table = ApprovedTable.Read();

    [Theory]
    [InlineData(Ended)]
    [InlineData(ToCome)]
    [InlineData(LeftBehind)]
    public async Task Role_that_ended_yesterday_or_starts_tomorrow_or_stands_in_for_an_ended_one_is_none(string person)
    {
        await using var world = await MakeAsync();

        await AssertReadsTheSameAsync(world, MatrixCaller.Stranger.Caller, PersonOf(person));
    }

    [Fact]
    public async Task Role_from_the_journal_reads_what_the_table_says()
    {
        await using var world = await MakeAsync();

        await AssertReadsTheSameAsync(world, InRole(Role.PrincipalSocialWorker), PersonOf(Principal));
    }

    [Fact]
    public async Task Deputy_reads_as_a_deputy_whether_or_not_they_say_so()
    {
        await using var world = await MakeAsync();

        await AssertReadsTheSameAsync(world, InRole(Role.DeputyPrincipalSocialWorker), PersonOf(Deputy));
        await AssertReadsTheSameAsync(
            world,
            InRole(Role.DeputyPrincipalSocialWorker),
            PersonOf(Deputy) with
            {
                OnBehalfOf = Principal,
            }
        );
    }

    [Fact]
    public async Task Deputy_changes_what_a_deputy_may_only_in_the_name_of_their_principal()
    {
        await using var world = await MakeAsync();
        var deputy = PersonOf(Deputy);

        var own = await DeclareAsync(world, deputy, "one");
        var others = await DeclareAsync(world, deputy with { OnBehalfOf = Ended }, "two");
        var behalf = await DeclareAsync(world, deputy with { OnBehalfOf = Principal }, "three");

        Assert.Equal(
            (MatrixOutcome.Refused, MatrixOutcome.Refused, MatrixOutcome.Done),
            (MatrixOutcomes.OfMutation(own), MatrixOutcomes.OfMutation(others), MatrixOutcomes.OfMutation(behalf))
        );
    }

    [Fact]
    public async Task Deputy_in_their_own_name_changes_nothing_at_all()
    {
        await using var world = await MakeAsync();
        var refused = new List<MatrixOutcome>();
        foreach (var (question, _, _, text) in PermissionMatrix.AskedAbout(PermissionMatrix.Mutations))
        {
            // Anybody may take a role that is offered to them.
            if (question.Root.Name != "acceptRole")
            {
                var request = MatrixWorld.Prepare(text, $"case-{refused.Count}");
                refused.Add(MatrixOutcomes.OfMutation(await world.AskAsync(PersonOf(Deputy), request)));
            }
        }

        Assert.NotEmpty(refused);
        Assert.DoesNotContain(MatrixOutcome.Done, refused);
    }

    [Fact]
    public async Task Broken_glass_shows_the_unpublished_things_of_its_place_and_no_others()
    {
        var at = new Grant(Role.Operator, Place.Council(Without)) { BreakGlassReason = "Fault 12" };
        var @operator = MatrixCaller.In(Role.Operator, Table);
        var broken = Caller.Assuming(@operator.Actor! with { Grants = [.. @operator.Actor.Grants, at] });
        await using var full = await MatrixWorld.MakeAsync(_ => true);
        await using var reduced = await MatrixWorld.MakeAsync(thing =>
            thing.IsSeenBy(Table, @operator)
            || thing.Name.StartsWith($"priority-{Without}-", StringComparison.Ordinal)
            || thing.Name.StartsWith($"work-{Without}-", StringComparison.Ordinal)
            || thing.Name.StartsWith($"return-{Without}-", StringComparison.Ordinal)
            || thing.Name.StartsWith($"narrative-{Without}-", StringComparison.Ordinal)
        );

        await AssertReadsTheSameAsync(
            (reduced, MatrixWorlds.WhoSeesAll),
            (full, broken),
            question =>
                !question.IsAboutCaller
                && !question.IsAboutCollecting
                && MatrixOutcomes.OfDirectives(question, Table, @operator) == MatrixOutcome.Allowed
        );
    }

    [Theory]
    [InlineData("ADULTS", true)]
    [InlineData("CHILDRENS", false)]
    public async Task Role_for_adults_services_does_not_reach_childrens(string scope, bool isDone)
    {
        var grant = new Grant(Role.PrincipalSocialWorker, Place.Council(Own)) { Scope = ServiceScope.Adults };
        var adults = Caller.Assuming(new Actor("test:adults", [grant]));
        await using var world = await MatrixWorld.MakeAsync(_ => true);
        const string Document = """
            mutation($id: ID!) {
              appointPrincipalSocialWorker(
                input: { commandId: $id, council: "E08000031", scope: SCOPE, form: HYBRID, from: "2026-05-01" }
              ) { problems { code } }
            }
            """;

        var answer = await world.AskAsync(
            adults,
            MatrixWorld.Prepare(Document.Replace("SCOPE", scope, StringComparison.Ordinal), "appoint")
        );

        Assert.Equal(isDone ? MatrixOutcome.Done : MatrixOutcome.Refused, MatrixOutcomes.OfMutation(answer));
    }

    private static Task<string> DeclareAsync(MatrixWorld world, Caller caller, string commandId) =>
        world.AskAsync(
            caller,
            MatrixWorld.Prepare(
                """
                mutation($id: ID!) {
                  declarePriority(
                    input: { commandId: $id, owner: { council: "E08000031" }, year: "2026-27", title: "New", theme: "T01" }
                  ) { problems { code } }
                }
                """,
                commandId
            )
        );

    private static Caller InRole(Role role) => MatrixCaller.In(role, Table).Caller;

    /// <summary>Somebody who is known by their code and brings no roles of their own.</summary>
    private static Caller PersonOf(string code) => Caller.Assuming(new Actor(code, []));

    private static Task AssertReadsTheSameAsync(MatrixWorld world, Caller expected, Caller actual) =>
        AssertReadsTheSameAsync((world, expected), (world, actual), question => !question.IsAboutCaller);

    private static async Task AssertReadsTheSameAsync(
        (MatrixWorld World, Caller Caller) expected,
        (MatrixWorld World, Caller Caller) actual,
        Func<MatrixQuestion, bool> isAsked
    )
    {
        MatrixQuestion[] questions = [.. PermissionMatrix.Queries, .. PermissionMatrix.Subscriptions];
        foreach (var (question, _, _, text) in PermissionMatrix.AskedAbout(questions.Where(isAsked)))
        {
            var request = MatrixWorld.Prepare(text, commandId: null);
            var reference = await expected.World.AnswerAsync(question, expected.Caller, request);
            Assert.Equal(reference, await actual.World.AnswerAsync(question, actual.Caller, request));
        }
    }

    /// <summary>Made yesterday: the matrix asks today.</summary>
    private static Task<MatrixWorld> MakeAsync() =>
        MatrixWorld.MakeAsync(
            _ => true,
            async world =>
            {
                var yesterday = Today.AddDays(-1);
                await GiveAsync(world, Ended, Role.PrincipalSocialWorker, yesterday, yesterday, null);
                await GiveAsync(world, ToCome, Role.PrincipalSocialWorker, Today.AddDays(1), null, null);
                await GiveAsync(world, Principal, Role.PrincipalSocialWorker, yesterday, null, null);
                await GiveAsync(world, Deputy, Role.DeputyPrincipalSocialWorker, yesterday, null, Principal);
                await GiveAsync(world, LeftBehind, Role.DeputyPrincipalSocialWorker, yesterday, yesterday, Ended);
            }
        );

    private static async Task GiveAsync(
        MatrixWorld world,
        string person,
        Role role,
        DateOnly from,
        DateOnly? to,
        string? principal
    )
    {
        var code = $"of-{person}";
        var terms = new RoleTerms(
            role,
            Place.Council(Own),
            ServiceScope.Both,
            from,
            to,
            principal is null ? null : $"of-{principal}"
        );
        var hash = OneTimeCode.HashOf(code)!;
        var facts = new OfferFacts(
            PlaceExists: true,
            IsInActorsNetwork: true,
            IsHeld: false,
            0,
            principal is null ? null : FindAssignment(world, $"of-{principal}")
        );
        var by = principal is null ? As.AllRoles : new Actor(principal, []);
        await world.DoAsync(new OfferRole(code, terms, hash, facts), by);
        await world.DoAsync(new AcceptRole(code, hash, 0), new Actor(person, []));
        await world.Host.Projection.WaitForAsync(world.Host.Journal.Head, TestContext.Current.CancellationToken);
    }

    private static RoleAssignment? FindAssignment(MatrixWorld world, string code) =>
        world.Host.Projection.Current.Snapshot.RoleAssignments.Find(code);
}
