using System.Text;
using System.Text.Json;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.Tests.Returns;
using RegionalNetwork.Server.Tests.Running;
using static RegionalNetwork.Server.Tests.Auditing.SharedPriorities;

namespace RegionalNetwork.Server.Tests.Auditing;

public sealed class CouncilAuditTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Walsall = "E08000030";
    private const string Doncaster = "E08000017";
    private const string Rotherham = "E08000018";
    private const string Bolton = "E08000001";
    private const string Bury = "E08000002";

    [Fact]
    public async Task A_council_sees_who_was_shown_its_shared_data()
    {
        await server.Client.ShareAsync("watched", Walsall, Doncaster);
        const string Read = """{ council(code: "E08000030") { priorities { title } } }""";
        Assert.Equal(
            """{"council":{"priorities":[{"title":"Shared by E08000030"}]}}""",
            await server.Client.ReadAsync(Read, As.Psw(Doncaster))
        );
        await server.Client.ReadAsync(Read, As.Psw(Walsall));
        await server.Client.ReadAsync(Read, As.Psw(Rotherham));

        Assert.Equal(
            """{"council":{"accesses":{"nodes":[{"reader":"test:psw-E08000017","subject":"Priorities","purpose":"SHARING_AGREEMENT","reason":null}],"pageInfo":{"hasNextPage":false}}}}""",
            await server.Client.ReadAsync(Accesses(Walsall), As.Psw(Walsall))
        );
    }

    [Fact]
    public async Task Broken_glass_is_announced_and_what_it_shows_is_on_record_with_the_reason()
    {
        await server.Client.DeclareAsync(Rotherham);
        const string Reason = "Restoring a priority that was lost in a move";
        const string Read = """{ council(code: "E08000018") { priorities { title } } }""";
        const string Nothing = """{"council":{"priorities":[]}}""";
        Assert.Equal(Nothing, await server.Client.ReadAsync(Read, As.Operator));

        await server.Client.SucceedAsync(
            As.Operator,
            "breakGlass",
            $$"""place: { kind: COUNCIL, code: "{{Rotherham}}" }, reason: "{{Reason}}", minutes: 15""",
            "roleAssignment { code }"
        );

        Assert.NotEqual(Nothing, await server.Client.ReadAsync(Read, As.Operator));
        var seen = await server.Client.ReadAsync(
            """{ council(code: "E08000018") { brokenGlass { person brokenGlass { reason } } accesses { nodes { purpose reason } } } }""",
            As.DataOfficer(Rotherham)
        );
        Assert.Equal(
            $$$$"""{"council":{"brokenGlass":[{"person":"test:operator","brokenGlass":{"reason":"{{{{Reason}}}}"}}],"accesses":{"nodes":[{"purpose":"BREAK_GLASS","reason":"{{{{Reason}}}}"}]}}}""",
            seen
        );
    }

    [Fact]
    public async Task A_council_sees_who_changed_what_is_its_own_page_by_page()
    {
        await server.Client.DeclareAsync(Bolton);
        await server.Client.UploadReturnAsync(As.DataOfficer(Bolton), Bolton, AgencyReturns.Table(Bolton, "Bolton", 5));
        await server.Client.DeclareAsync(Bolton);
        await server.Client.SucceedAsync(As.Psw(Bolton), "submitReturn", AgencyReturns.Of(Bolton), "return { status }");
        string[] expected =
        [
            "test:psw-E08000001 council.priority-declared.v2 E08000001",
            "test:data-officer-E08000001 return.entered.v1 agency.202425-Q1.E08000001",
            "test:psw-E08000001 council.priority-declared.v2 E08000001",
            "test:psw-E08000001 return.submitted.v1 agency.202425-Q1.E08000001",
        ];

        foreach (var size in new[] { 1, 2, 3, 100 })
        {
            Assert.Equal(expected, await ReadChangesAsync(As.Psw(Bolton), size));
        }

        foreach (
            var (arguments, code) in new[] { ("first: 101", "PAGE_SIZE_INVALID"), ("after: \"x\"", "CURSOR_INVALID") }
        )
        {
            var question = $$"""{ council(code: "{{Bolton}}") { changes({{arguments}}) { nodes { by } } } }""";
            Assert.Equal([code], (await server.Client.QueryAsync(question, null, As.Psw(Bolton))).ErrorCodes);
        }
    }

    [Fact]
    public async Task People_of_the_other_service_are_not_told_of_a_services_returns()
    {
        await server.Client.UploadReturnAsync(As.DataOfficer(Bury), Bury, AgencyReturns.Table(Bury, "Bury", 5));
        var adults = new Actor(
            "test:adults",
            [new(Role.PrincipalSocialWorker, Place.Council(Bury)) { Scope = ServiceScope.Adults }]
        );

        Assert.Equal(
            ["test:data-officer-E08000002 return.entered.v1 agency.202425-Q1.E08000002"],
            await ReadChangesAsync(As.Psw(Bury), 20)
        );
        Assert.Empty(await ReadChangesAsync(adults, 20));
    }

    /// <summary>All pages of the council that the actor is of, one after the other.</summary>
    private async Task<List<string>> ReadChangesAsync(Actor actor, int size)
    {
        var council = actor.Grants[0].Place.Code;
        var changes = new List<string>();
        JsonElement page;
        var after = "";
        do
        {
            var answer = await server.Client.ReadAsync(
                $$"""{ council(code: "{{council}}") { changes(first: {{size}}{{after}}) { nodes { by event about } pageInfo { endCursor hasNextPage } } } }""",
                actor
            );
            page = JsonElement.Parse(answer).At("council.changes");
            changes.AddRange(
                page.At("nodes")
                    .EnumerateArray()
                    .Select(node => $"{node.Text("by")} {node.Text("event")} {node.Text("about")}")
            );
            after = $", after: \"{page.Text("pageInfo.endCursor")}\"";
        } while (page.At("pageInfo.hasNextPage").GetBoolean());

        return changes;
    }

    [Fact]
    public async Task Nobody_else_reads_it()
    {
        Actor?[] others = [As.Psw(Doncaster), As.Operator, As.NationalOffice, As.Coordinator("west-midlands"), null];

        foreach (var other in others)
        {
            var answer = await server.Client.QueryAsync(Accesses(Walsall), null, other);

            Assert.Equal([other is null ? "UNAUTHENTICATED" : "FORBIDDEN"], answer.ErrorCodes);
        }
    }

    [Fact]
    public async Task A_deputy_acts_when_they_say_for_whom_and_it_is_on_record()
    {
        var psw = new Actor("test:taking-over", []);
        var deputy = new Actor("test:standing-in", []);
        var assignment = await TakeAsync(
            As.Approver(Doncaster),
            psw,
            $$"""role: PRINCIPAL_SOCIAL_WORKER, place: { kind: COUNCIL, code: "{{Doncaster}}" }, scope: BOTH"""
        );
        await TakeAsync(
            psw,
            deputy,
            $$"""role: DEPUTY_PRINCIPAL_SOCIAL_WORKER, place: { kind: COUNCIL, code: "{{Doncaster}}" }, scope: BOTH, onBehalfOf: "{{assignment}}" """
        );

        Assert.Equal(
            ("NOT_PERMITTED", ""),
            await server.Client.RefusedAsync(deputy, "declarePriority", New(Doncaster))
        );
        Assert.Empty((await DeclareOnBehalfOfAsync(deputy, psw.Subject)).Data.At("payload.problems").EnumerateArray());
        var changes = await server.Client.ReadAsync(
            $$"""{ council(code: "{{Doncaster}}") { changes(first: 100) { nodes { by } } } }""",
            As.Psw(Doncaster)
        );

        Assert.Contains($"{deputy.Subject} on behalf of {psw.Subject}", changes, StringComparison.Ordinal);
    }

    /// <returns>Code of the assignment that one offered and the other accepted.</returns>
    private async Task<string> TakeAsync(Actor from, Actor by, string terms)
    {
        var offer = (await server.Client.ChangeAsync(from, "offerRole", terms, "oneTimeCode")).Data.At("payload");
        Assert.True(offer.At("problems").GetArrayLength() == 0, offer.GetRawText());
        return JsonElement
            .Parse(
                await server.Client.SucceedAsync(
                    by,
                    "acceptRole",
                    $"code: \"{offer.Text("oneTimeCode")}\"",
                    "roleAssignment { code }"
                )
            )
            .Text("code")!;
    }

    private Task<Answer> DeclareOnBehalfOfAsync(Actor deputy, string principal)
    {
        var document =
            $$"""mutation { payload: declarePriority(input: { commandId: "on-behalf", {{New(Doncaster)}} }) { problems { code } } }""";
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(
                JsonSerializer.Serialize(new { query = document }),
                Encoding.UTF8,
                "application/json"
            ),
        };
        request.Headers.Add("On-Behalf-Of", principal);
        return server.Client.SendAsync(request, deputy);
    }
}
