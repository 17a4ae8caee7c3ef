using System.Globalization;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Requests;

/// <summary>What holds for every mutation alike.</summary>
public sealed class MutationTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Solihull = "E08000029";

    /// <summary>Every mutation of the schema, so that one that is added without a role check is found.</summary>
    public static TheoryData<string, string> Mutations =>
        new()
        {
            { "foundNetwork", """code: "n", name: "N", scope: BOTH""" },
            { "reviseNetwork", """network: "n", name: "N", scope: BOTH""" },
            { "admitCouncilToNetwork", """network: "n", council: "E08000029", from: "2020-01-01" """ },
            { "releaseCouncilFromNetwork", """network: "n", council: "E08000029", to: "2020-01-01" """ },
            {
                "appointPrincipalSocialWorker",
                """council: "E08000029", scope: BOTH, form: HYBRID, from: "2020-01-01" """
            },
            { "changeAppointmentForm", """principalSocialWorker: "p", form: HYBRID, on: "2020-01-01" """ },
            { "changeReportingLine", """principalSocialWorker: "p", reportsTo: "D", on: "2020-01-01" """ },
            { "endAppointment", """principalSocialWorker: "p", to: "2020-01-01" """ },
            { "declarePriority", """owner: { council: "E08000029" }, year: "2020-21", title: "T", theme: "T01" """ },
            { "revisePriority", """priority: "p", title: "T", theme: "T01" """ },
            { "changePriorityStatus", """priority: "p", status: APPROVED""" },
            { "changePriorityAudience", """priority: "p", audience: NETWORK""" },
            { "writeNarrative", """council: "E08000029", indicator: "CSW-01", period: "2024", text: "T" """ },
            { "rankPriorities", """owner: { council: "E08000029" }, year: "2020-21", priorities: []""" },
            { "createWorkstream", """code: "c", title: "T", theme: "T01", startsOn: "2020-01-01" """ },
            { "reviseWorkstream", """workstream: "c", title: "T", theme: "T01" """ },
            { "changeWorkstreamStatus", """workstream: "c", status: ACTIVE""" },
            { "changeWorkstreamAudience", """workstream: "c", audience: PUBLIC""" },
            { "appointWorkstreamLead", """workstream: "c", council: "E08000029", from: "2020-01-01" """ },
            { "addWorkstreamParticipant", """workstream: "c", council: "E08000029", from: "2020-01-01" """ },
            { "removeWorkstreamParticipant", """workstream: "c", council: "E08000029", to: "2020-01-01" """ },
            { "addWorkstreamAction", """workstream: "c", title: "T", owner: "E08000029" """ },
            { "changeWorkstreamActionStatus", """workstream: "c", action: "a", status: DONE""" },
            { "planPracticeEvent", """workstream: "c", kind: OTHER, title: "T", date: "2020-01" """ },
            { "cancelPracticeEvent", """workstream: "c", event: "e" """ },
            { "offerRole", """role: OPERATOR, place: { kind: SERVICE }, scope: BOTH""" },
            { "acceptRole", """code: "c" """ },
            { "revokeOffer", """assignment: "a" """ },
            { "endRole", """assignment: "a", to: "2020-01-01" """ },
            { "breakGlass", """place: { kind: COUNCIL, code: "E08000029" }, reason: "R", minutes: 15""" },
            {
                "drawUpSharingAgreement",
                """code: "a", network: "n", title: "T", purpose: "P", subjects: [PRIORITIES], indicators: [], tiers: [NETWORK_NAMED], from: "2020-04-01", to: "2030-03-31", retentionYears: 7, breachContact: "DPO" """
            },
            { "signSharingAgreement", """agreement: "a", council: "E08000029" """ },
            { "leaveSharingAgreement", """agreement: "a", council: "E08000029", from: "2020-01-01" """ },
            { "withdrawSharingAgreement", """agreement: "a", from: "2020-01-01" """ },
            { "enterReturn", """collection: "agency", council: "E08000029", period: "202425-Q1", csv: "" """ },
            {
                "restateReturn",
                """collection: "agency", council: "E08000029", period: "202425-Q1", csv: "", reason: "R" """
            },
            { "submitReturn", """collection: "agency", council: "E08000029", period: "202425-Q1" """ },
            {
                "answerReturnQuestion",
                """collection: "agency", council: "E08000029", period: "202425-Q1", question: 1, text: "T" """
            },
            { "sendBackReturn", """collection: "agency", council: "E08000029", period: "202425-Q1", reason: "R" """ },
            { "approveReturn", """collection: "agency", council: "E08000029", period: "202425-Q1", draft: 1""" },
            { "releaseReturn", """collection: "agency", council: "E08000029", period: "202425-Q1", level: NATION""" },
            { "withdrawReturn", """collection: "agency", council: "E08000029", period: "202425-Q1", reason: "R" """ },
            {
                "askAboutReturn",
                """collection: "agency", council: "E08000029", period: "202425-Q1", network: "n", text: "T" """
            },
            { "compileReturnRound", """collection: "agency", period: "202425-Q1" """ },
            { "eraseMe", "" },
            { "erasePerson", """person: "p" """ },
        };

    /// <summary>The others are for everybody who is known: whether they may is a matter of the very offer, role or person.</summary>
    public static TheoryData<string, string> MutationsThatNeedAPermission =>
        [
            .. Mutations.Where(row =>
                row.Data.Item1 is not ("offerRole" or "acceptRole" or "revokeOffer" or "endRole" or "eraseMe")
                && !IsOfDataOfficers(row.Data.Item1)
            ),
        ];

    public static TheoryData<string, string> MutationsOfDataOfficers =>
        [.. Mutations.Where(row => IsOfDataOfficers(row.Data.Item1))];

    [Fact]
    public async Task Tests_know_every_mutation()
    {
        var answer = await server.Client.QueryAsync("{ __schema { mutationType { fields { name } } } }");

        Assert.Equal(
            answer.Data.Texts("__schema.mutationType.fields", "name").Order(),
            Mutations.Select(row => row.Data.Item1).Order()
        );
    }

    [Theory]
    [MemberData(nameof(Mutations))]
    public async Task Anonymous_caller_changes_nothing(string field, string input)
    {
        var answer = await server.Client.ChangeAsync(As.Anonymous, field, input, "");

        Assert.Equal(["UNAUTHENTICATED"], answer.ErrorCodes);
        Assert.Equal("payload", answer.Body.Text("errors.0.path.0"));
    }

    [Theory]
    [MemberData(nameof(MutationsThatNeedAPermission))]
    public async Task Data_officer_is_in_no_role_that_changes_this(string field, string input)
    {
        var answer = await server.Client.ChangeAsync(As.DataOfficer(Solihull), field, input, "");

        Assert.Equal(["FORBIDDEN"], answer.ErrorCodes);
    }

    [Theory]
    [MemberData(nameof(MutationsOfDataOfficers))]
    public async Task Coordinator_does_not_do_a_data_officers_work(string field, string input)
    {
        var answer = await server.Client.ChangeAsync(As.Coordinator("n"), field, input, "");

        Assert.Equal(["FORBIDDEN"], answer.ErrorCodes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("caf\u00e9")]
    [InlineData("line\nbreak")]
    public async Task Command_id_that_cannot_be_one_is_refused(string commandId)
    {
        var answer = await DeclareAsync(commandId, "2020-21", "Bad id");

        Assert.Equal("COMMAND_ID_INVALID", answer.Data.Text("payload.problems.0.code"));
        Assert.Equal("commandId", answer.Data.Text("payload.problems.0.path.1"));
    }

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public async Task Command_id_has_a_limit(int characters, bool isAccepted)
    {
        var answer = await DeclareAsync(new string('c', characters), "2020-21", $"Long id {characters}");

        Assert.Equal(isAccepted ? 0 : 1, answer.Data.At("payload.problems").GetArrayLength());
    }

    [Fact]
    public async Task Command_sent_again_changes_nothing_twice()
    {
        var commandId = Changes.NewId();
        var first = await DeclareAsync(commandId, "2021-22", "Once");
        var again = await DeclareAsync(commandId, "2021-22", "Once");

        Assert.Equal(Changes.PositionOf(first), Changes.PositionOf(again));
        Assert.Equal(first.Text, again.Text);
        Assert.Equal(
            """{"council":{"priorities":[{"title":"Once"}]}}""",
            await server.Client.ReadAsync(
                $$"""{ council(code: "{{Solihull}}") { priorities(year: "2021-22") { title } } }""",
                As.Psw(Solihull)
            )
        );
    }

    [Fact]
    public async Task Command_sent_many_times_at_once_changes_nothing_twice()
    {
        var commandId = Changes.NewId();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => DeclareAsync(commandId, "2022-23", "At once"))
        );

        Assert.Single(answers.Select(Changes.PositionOf).Distinct());
        Assert.Equal(
            """{"council":{"priorities":[{"title":"At once"}]}}""",
            await server.Client.ReadAsync(
                $$"""{ council(code: "{{Solihull}}") { priorities(year: "2022-23") { title } } }""",
                As.Psw(Solihull)
            )
        );
    }

    [Fact]
    public async Task Position_of_a_change_is_visible_to_the_next_reader()
    {
        for (var change = 0; change < 10; change++)
        {
            var position = Changes.PositionOf(await DeclareAsync(Changes.NewId(), "2023-24", $"Change {change}"));
            var read = await server.Client.QueryAsync(
                $$"""{ service { position } council(code: "{{Solihull}}") { priorities(year: "2023-24") { rank } } }""",
                null,
                As.Psw(Solihull)
            );

            Assert.InRange(read.Position, position, long.MaxValue);
            Assert.Equal(change + 1, read.Data.At("council.priorities").GetArrayLength());
        }
    }

    [Fact]
    public async Task Mutations_of_one_request_follow_one_another()
    {
        var answer = await server.Client.QueryAsync(
            """
            mutation {
              a: createWorkstream(input: { commandId: "serial-1", code: "serial", title: "T", theme: "T01", startsOn: "2020-01-01" }) { workstream { status } }
              b: changeWorkstreamStatus(input: { commandId: "serial-2", workstream: "serial", status: ACTIVE }) { workstream { status } }
              c: changeWorkstreamStatus(input: { commandId: "serial-3", workstream: "serial", status: PAUSED }) { workstream { status } }
            }
            """,
            null,
            As.AllRoles
        );

        Assert.Equal(
            """{"a":{"workstream":{"status":"PROPOSED"}},"b":{"workstream":{"status":"ACTIVE"}},"c":{"workstream":{"status":"PAUSED"}}}""",
            answer.Data.GetRawText()
        );
    }

    [Fact]
    public async Task Fields_of_a_payload_cost_no_second_change()
    {
        var before = (await server.Client.QueryAsync("{ service { position } }")).Position;
        var answer = await DeclareAsync(Changes.NewId(), "2024-25", "Counted");

        Assert.Equal((before + 1).ToString(CultureInfo.InvariantCulture), answer.Data.Text("payload.position"));
    }

    private static bool IsOfDataOfficers(string mutation) =>
        mutation is "enterReturn" or "restateReturn" or "submitReturn" or "answerReturnQuestion";

    private Task<Answer> DeclareAsync(string commandId, string year, string title) =>
        server.Client.ChangeAsync(
            As.Psw(Solihull),
            "declarePriority",
            commandId,
            $$"""owner: { council: "{{Solihull}}" }, year: "{{year}}", title: "{{title}}", theme: "T01" """,
            "priority { id title }"
        );
}
