using System.Text.Json;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Workstreams;

public sealed class WorkstreamMutationTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Sandwell = "E08000028";
    private const string Walsall = "E08000030";

    [Fact]
    public async Task Workstream_is_created_with_its_lead_council() =>
        Assert.Equal(
            """{"code":"created","title":"Anti-racist practice","theme":{"code":"T01"},"furtherThemes":[{"code":"T03"}],"mandate":"On direction.","leadCouncil":{"name":"Sandwell"},"status":"PROPOSED","aims":["One","Two"],"participants":[{"council":{"name":"Sandwell"},"role":"LEAD","from":"2020-01-01","to":null}],"actions":[],"events":[],"network":null}""",
            await server.Client.SucceedAsync(
                As.Psw(Sandwell),
                "createWorkstream",
                $$"""code: "created", title: "Anti-racist practice", theme: "T01", furtherThemes: ["T03"], mandate: "On direction.", leadCouncil: "{{Sandwell}}", startsOn: "2020-01-01", aims: ["One", "Two"]""",
                """
                workstream {
                  code title theme { code } furtherThemes { code } mandate leadCouncil { name } status aims
                  participants { council { name } role from to } actions { code } events { code } network { code }
                }
                """
            )
        );

    [Theory]
    [InlineData("""code: "a b", title: "T", theme: "T01" """, "INVALID_ID", "input.code")]
    [InlineData("""code: "c", title: "", theme: "T01" """, "TEXT_REQUIRED", "input.title")]
    [InlineData("""code: "c", title: "T", theme: "anti-racism" """, "THEME_NOT_FOUND", "input.theme")]
    [InlineData(
        """code: "c", title: "T", theme: "T01", furtherThemes: ["T01"]""",
        "THEME_REPEATED",
        "input.furtherThemes"
    )]
    [InlineData("""code: "c", title: "T", theme: "T01", network: "a b" """, "INVALID_ID", "input.network")]
    [InlineData("""code: "c", title: "T", theme: "T01", leadCouncil: "x" """, "COUNCIL_NOT_FOUND", "input.leadCouncil")]
    [InlineData("""code: "c", title: "T", theme: "T01", aims: ["", "B"]""", "TEXT_REQUIRED", "input.aims.0")]
    public async Task Workstream_that_is_ill_described_is_not_created(string input, string code, string path) =>
        Assert.Equal(
            (code, path),
            await server.Client.RefusedAsync(As.AllRoles, "createWorkstream", $"{input}, startsOn: \"2020-01-01\"")
        );

    [Fact]
    public async Task Code_of_a_workstream_can_be_given_once()
    {
        await CreateAsync("taken");

        Assert.Equal(
            ("ID_TAKEN", "input.code"),
            await server.Client.RefusedAsync(
                As.AllRoles,
                "createWorkstream",
                """code: "taken", title: "Other", theme: "T01", startsOn: "2020-01-01" """
            )
        );
    }

    [Fact]
    public async Task Workstream_is_revised()
    {
        await CreateAsync("revised");

        Assert.Equal(
            """{"title":"New","theme":{"code":"T04"},"aims":["Aim"]}""",
            await server.Client.SucceedAsync(
                As.Psw(Sandwell),
                "reviseWorkstream",
                """workstream: "revised", title: "New", theme: "T04", aims: ["Aim"]""",
                "workstream { title theme { code } aims }"
            )
        );
        Assert.Equal(
            ("TEXT_REQUIRED", "input.title"),
            await server.Client.RefusedAsync(
                As.Psw(Sandwell),
                "reviseWorkstream",
                """workstream: "revised", title: " ", theme: "T04" """
            )
        );
    }

    [Fact]
    public async Task Status_changes_and_closed_is_final()
    {
        await CreateAsync("closing");

        Assert.Equal(("STATUS_CANNOT_FOLLOW", "input.status"), await StatusRefusedAsync("closing", "PAUSED"));
        Assert.Equal(
            """{"status":"CLOSED"}""",
            await server.Client.SucceedAsync(
                As.Psw(Sandwell),
                "changeWorkstreamStatus",
                """workstream: "closing", status: CLOSED""",
                "workstream { status }"
            )
        );
        Assert.Equal(("WORKSTREAM_CLOSED", ""), await StatusRefusedAsync("closing", "ACTIVE"));
    }

    [Fact]
    public async Task Lead_passes_to_another_council()
    {
        await CreateAsync("led");

        Assert.Equal(
            ("ALREADY_PARTICIPATES", "input.from"),
            await server.Client.RefusedAsync(
                As.AllRoles,
                "appointWorkstreamLead",
                $$"""workstream: "led", council: "{{Walsall}}", from: "2019-01-01" """
            )
        );
        Assert.Equal(
            """{"leadCouncil":{"name":"Walsall"},"participants":[{"role":"LEAD","to":"2020-12-31"},{"role":"PARTICIPANT","to":null},{"role":"LEAD","to":null}]}""",
            await server.Client.SucceedAsync(
                As.Psw(Sandwell),
                "appointWorkstreamLead",
                $$"""workstream: "led", council: "{{Walsall}}", from: "2021-01-01" """,
                "workstream { leadCouncil { name } participants { role to } }"
            )
        );
    }

    [Fact]
    public async Task Council_takes_part_and_leaves()
    {
        await CreateAsync("joined");
        await JoinAsync("joined");

        Assert.Equal(
            ("LEAD_CANNOT_LEAVE", "input.council"),
            await server.Client.RefusedAsync(
                As.Psw(Sandwell),
                "removeWorkstreamParticipant",
                $$"""workstream: "joined", council: "{{Sandwell}}", to: "2023-01-01" """
            )
        );
        Assert.Equal(
            """{"participants":[{"role":"LEAD","to":null},{"role":"DEPUTY","to":"2023-01-01"}]}""",
            await server.Client.SucceedAsync(
                As.Psw(Sandwell),
                "removeWorkstreamParticipant",
                $$"""workstream: "joined", council: "{{Walsall}}", to: "2023-01-01" """,
                "workstream { participants { role to } }"
            )
        );
    }

    [Theory]
    [InlineData("E99999999", "PARTICIPANT", "COUNCIL_NOT_FOUND", "input.council")]
    [InlineData("E08000030", "LEAD", "LEAD_IS_APPOINTED", "input.role")]
    public async Task Participation_that_cannot_be_is_refused(string council, string role, string code, string path)
    {
        await CreateAsync("strict");

        Assert.Equal(
            (code, path),
            await server.Client.RefusedAsync(
                As.AllRoles,
                "addWorkstreamParticipant",
                $$"""workstream: "strict", council: "{{council}}", role: {{role}}, from: "2021-01-01" """
            )
        );
    }

    [Fact]
    public async Task Action_is_added_and_its_status_changes()
    {
        await CreateAsync("acting");
        var action = JsonElement
            .Parse(
                await server.Client.SucceedAsync(
                    As.Psw(Sandwell),
                    "addWorkstreamAction",
                    $$"""workstream: "acting", title: "Do it", owner: "{{Sandwell}}", due: "2030-01-31" """,
                    "workstream { actions { code title owner { name } due status } }"
                )
            )
            .At("actions.0");
        Assert.Equal(
            ("Do it", "Sandwell", "2030-01-31", "OPEN"),
            (action.Text("title"), action.Text("owner.name"), action.Text("due"), action.Text("status"))
        );

        Assert.Equal(
            """{"actions":[{"status":"AT_RISK"}]}""",
            await server.Client.SucceedAsync(
                As.Psw(Sandwell),
                "changeWorkstreamActionStatus",
                $$"""workstream: "acting", action: "{{action.Text("code")}}", status: AT_RISK""",
                "workstream { actions { status } }"
            )
        );
        Assert.Equal(
            ("ACTION_NOT_FOUND", "input.action"),
            await server.Client.RefusedAsync(
                As.Psw(Sandwell),
                "changeWorkstreamActionStatus",
                """workstream: "acting", action: "none", status: DONE"""
            )
        );
    }

    [Fact]
    public async Task Participating_council_undertakes_actions_of_its_own_and_of_nobody_else()
    {
        await CreateAsync("own-actions");
        await JoinAsync("own-actions");

        Assert.Equal(
            """{"actions":[{"owner":{"name":"Walsall"}}]}""",
            await server.Client.SucceedAsync(
                As.Psw(Walsall),
                "addWorkstreamAction",
                $$"""workstream: "own-actions", title: "Ours", owner: "{{Walsall}}" """,
                "workstream { actions { owner { name } } }"
            )
        );
        Assert.Equal(
            ("NOT_PERMITTED", ""),
            await server.Client.RefusedAsync(
                As.Psw(Walsall),
                "addWorkstreamAction",
                $$"""workstream: "own-actions", title: "Theirs", owner: "{{Sandwell}}" """
            )
        );
    }

    [Fact]
    public async Task Owner_of_an_action_takes_part()
    {
        await CreateAsync("owners");

        Assert.Equal(
            ("OWNER_NOT_A_PARTICIPANT", "input.owner"),
            await server.Client.RefusedAsync(
                As.AllRoles,
                "addWorkstreamAction",
                $$"""workstream: "owners", title: "T", owner: "{{Walsall}}" """
            )
        );
    }

    [Theory]
    [InlineData("2022-03")]
    [InlineData("2022-03-15")]
    public async Task Event_is_planned_as_precisely_as_its_date_is_known(string date)
    {
        await CreateAsync($"events-{date}");
        var planned = JsonElement
            .Parse(
                await server.Client.SucceedAsync(
                    As.Psw(Sandwell),
                    "planPracticeEvent",
                    $$"""workstream: "events-{{date}}", kind: MASTERCLASS, title: "M", date: "{{date}}", audience: "All" """,
                    "workstream { events { code kind title date audience description } }"
                )
            )
            .At("events.0");
        Assert.Equal((date, "MASTERCLASS"), (planned.Text("date"), planned.Text("kind")));

        Assert.Equal(
            """{"events":[]}""",
            await server.Client.SucceedAsync(
                As.Psw(Sandwell),
                "cancelPracticeEvent",
                $$"""workstream: "events-{{date}}", event: "{{planned.Text("code")}}" """,
                "workstream { events { code } }"
            )
        );
    }

    [Theory]
    [InlineData("2022")]
    [InlineData("2022-13")]
    [InlineData("15/03/2022")]
    public async Task Event_needs_a_day_or_a_month(string date)
    {
        await CreateAsync("dates");

        Assert.Equal(
            ("INVALID_DATE", "input.date"),
            await server.Client.RefusedAsync(
                As.Psw(Sandwell),
                "planPracticeEvent",
                $$"""workstream: "dates", kind: MASTERCLASS, title: "M", date: "{{date}}" """
            )
        );
    }

    [Fact]
    public async Task Event_that_is_not_there_cannot_be_cancelled()
    {
        await CreateAsync("cancelling");

        Assert.Equal(
            ("PRACTICE_EVENT_NOT_FOUND", "input.event"),
            await server.Client.RefusedAsync(
                As.Psw(Sandwell),
                "cancelPracticeEvent",
                """workstream: "cancelling", event: "none" """
            )
        );
    }

    [Theory]
    [InlineData("reviseWorkstream", """title: "T", theme: "T01" """)]
    [InlineData("changeWorkstreamStatus", "status: ACTIVE")]
    [InlineData("appointWorkstreamLead", """council: "E08000028", from: "2020-01-01" """)]
    [InlineData("addWorkstreamParticipant", """council: "E08000028", from: "2020-01-01" """)]
    [InlineData("removeWorkstreamParticipant", """council: "E08000028", to: "2020-01-01" """)]
    [InlineData("addWorkstreamAction", """title: "T", owner: "E08000028" """)]
    [InlineData("changeWorkstreamActionStatus", """action: "a", status: DONE""")]
    [InlineData("planPracticeEvent", """kind: OTHER, title: "T", date: "2020-01" """)]
    [InlineData("cancelPracticeEvent", """event: "e" """)]
    public async Task Workstream_that_is_not_there_cannot_be_changed(string field, string input)
    {
        Assert.Equal(
            ("WORKSTREAM_NOT_FOUND", "input.workstream"),
            await server.Client.RefusedAsync(As.AllRoles, field, $"workstream: \"absent\", {input}")
        );
        Assert.Equal(
            ("INVALID_ID", "input.workstream"),
            await server.Client.RefusedAsync(As.AllRoles, field, $"workstream: \"Anti-racist practice\", {input}")
        );
    }

    [Theory]
    [InlineData("reviseWorkstream", """title: "T", theme: "T01" """)]
    [InlineData("changeWorkstreamStatus", "status: ACTIVE")]
    [InlineData("appointWorkstreamLead", """council: "E08000030", from: "2022-01-01" """)]
    [InlineData("addWorkstreamParticipant", """council: "E08000030", from: "2022-01-01" """)]
    [InlineData("addWorkstreamAction", """title: "T", owner: "E08000028" """)]
    [InlineData("planPracticeEvent", """kind: OTHER, title: "T", date: "2020-01" """)]
    public async Task Principal_social_worker_of_another_council_does_not_even_learn_that_it_is_there(
        string field,
        string input
    )
    {
        await CreateAsync("guarded");

        Assert.Equal(
            ("WORKSTREAM_NOT_FOUND", "input.workstream"),
            await server.Client.RefusedAsync(As.Psw(Walsall), field, $"workstream: \"guarded\", {input}")
        );
    }

    private Task<(string Code, string Path)> StatusRefusedAsync(string code, string status) =>
        server.Client.RefusedAsync(
            As.Psw(Sandwell),
            "changeWorkstreamStatus",
            $$"""workstream: "{{code}}", status: {{status}}"""
        );

    private Task<string> CreateAsync(string code) =>
        server.Client.SucceedAsync(
            As.Psw(Sandwell),
            "createWorkstream",
            $$"""code: "{{code}}", title: "Workstream {{code}}", theme: "T01", leadCouncil: "{{Sandwell}}", startsOn: "2020-01-01" """,
            "workstream { code }"
        );

    private Task<string> JoinAsync(string code) =>
        server.Client.SucceedAsync(
            As.Psw(Sandwell),
            "addWorkstreamParticipant",
            $$"""workstream: "{{code}}", council: "{{Walsall}}", role: DEPUTY, from: "2021-01-01" """,
            "workstream { code }"
        );
}
