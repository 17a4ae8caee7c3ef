using System.Text.Json;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Priorities;

public sealed class PriorityMutationTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Coventry = "E08000026";

    [Fact]
    public async Task Priority_is_declared_as_proposed_and_last_in_rank()
    {
        await DeclareAsync(As.Psw(Coventry), Coventry, "2020-21", "First");

        Assert.Equal(
            """{"owner":{"__typename":"Council","name":"Coventry"},"level":"COUNCIL","year":"2020-21","rank":2,"title":"Second","rationale":"Because.","theme":{"code":"T01"},"furtherThemes":[{"code":"T02"}],"status":"PROPOSED","approvedBy":null,"alignment":{"to":"national","network":null,"text":"Wider."}}""",
            await server.Client.SucceedAsync(
                As.Psw(Coventry),
                "declarePriority",
                $$"""owner: { council: "{{Coventry}}" }, year: "2020-21", title: "Second", rationale: "Because.", theme: "T01", furtherThemes: ["T02"], alignment: { to: "national", text: "Wider." }""",
                """
                priority {
                  owner { __typename ... on Council { name } }
                  level year rank title rationale theme { code } furtherThemes { code } status approvedBy
                  alignment { to network { code } text }
                }
                """
            )
        );
    }

    [Theory]
    [InlineData(
        """owner: { council: "E08000026" }, year: "2020", title: "T", theme: "T01" """,
        "INVALID_YEAR",
        "input.year"
    )]
    [InlineData(
        """owner: { council: "E08000026" }, year: "2020-21", title: "", theme: "T01" """,
        "TEXT_REQUIRED",
        "input.title"
    )]
    [InlineData(
        """owner: { council: "E08000026" }, year: "2020-21", title: "T", theme: "T99" """,
        "THEME_NOT_FOUND",
        "input.theme"
    )]
    [InlineData(
        """owner: { council: "E08000026" }, year: "2020-21", title: "T", theme: "T01", furtherThemes: ["T02", "x"]""",
        "THEME_NOT_FOUND",
        "input.furtherThemes.1"
    )]
    [InlineData(
        """owner: { council: "E08000026" }, year: "2020-21", title: "T", theme: "T01", alignment: { to: "a b", text: "W" }""",
        "INVALID_ID",
        "input.alignment.to"
    )]
    [InlineData(
        """owner: { council: "E99999999" }, year: "2020-21", title: "T", theme: "T01" """,
        "COUNCIL_NOT_FOUND",
        "input.owner.council"
    )]
    [InlineData(
        """owner: { council: "336" }, year: "2020-21", title: "T", theme: "T01" """,
        "COUNCIL_NOT_FOUND",
        "input.owner.council"
    )]
    [InlineData(
        """owner: { council: "West Midlands" }, year: "2020-21", title: "T", theme: "T01" """,
        "INVALID_ID",
        "input.owner.council"
    )]
    [InlineData(
        """owner: { network: "nowhere" }, year: "2020-21", title: "T", theme: "T01" """,
        "NETWORK_NOT_FOUND",
        "input.owner.network"
    )]
    [InlineData(
        """owner: { network: "" }, year: "2020-21", title: "T", theme: "T01" """,
        "INVALID_ID",
        "input.owner.network"
    )]
    public async Task Priority_that_is_ill_described_is_not_declared(string input, string code, string path) =>
        Assert.Equal((code, path), await server.Client.RefusedAsync(As.AllRoles, "declarePriority", input));

    [Theory]
    [InlineData("owner: {}")]
    [InlineData("""owner: { council: "E08000026", network: "x" }""")]
    [InlineData("owner: { council: null }")]
    public async Task Owner_is_one_of_the_two(string owner)
    {
        var answer = await server.Client.ChangeAsync(
            As.AllRoles,
            "declarePriority",
            $$"""{{owner}}, year: "2020-21", title: "T", theme: "T01" """,
            ""
        );

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task Priority_is_revised()
    {
        var id = await DeclareAsync(As.Psw(Coventry), Coventry, "2021-22", "Before");

        Assert.Equal(
            """{"title":"After","rationale":null,"theme":{"code":"T05"}}""",
            await server.Client.SucceedAsync(
                As.Psw(Coventry),
                "revisePriority",
                $$"""priority: "{{id}}", title: "After", theme: "T05" """,
                "priority { title rationale theme { code } }"
            )
        );
        Assert.Equal(
            ("TEXT_REQUIRED", "input.title"),
            await server.Client.RefusedAsync(
                As.Psw(Coventry),
                "revisePriority",
                $$"""priority: "{{id}}", title: "", theme: "T05" """
            )
        );
    }

    [Theory]
    [InlineData("not an id")]
    [InlineData("")]
    [InlineData("Council:E08000026")]
    [InlineData("Priority:Council:E08000026:none")]
    [InlineData("Priority:Council:no where:none")]
    [InlineData("Priority:7:x:y")]
    public async Task Priority_that_is_not_there_cannot_be_changed(string id)
    {
        Assert.Equal(
            ("PRIORITY_NOT_FOUND", "input.priority"),
            await server.Client.RefusedAsync(
                As.AllRoles,
                "revisePriority",
                $$"""priority: "{{id}}", title: "T", theme: "T05" """
            )
        );
        Assert.Equal(
            ("PRIORITY_NOT_FOUND", "input.priority"),
            await server.Client.RefusedAsync(
                As.AllRoles,
                "changePriorityStatus",
                $$"""priority: "{{id}}", status: APPROVED"""
            )
        );
    }

    [Fact]
    public async Task Status_changes_and_names_who_approved()
    {
        var id = await DeclareAsync(As.Psw(Coventry), Coventry, "2022-23", "To approve");

        Assert.Equal(
            """{"status":"APPROVED","approvedBy":"Cabinet"}""",
            await server.Client.SucceedAsync(
                As.Approver(Coventry),
                "changePriorityStatus",
                $$"""priority: "{{id}}", status: APPROVED, approvedBy: "Cabinet" """,
                "priority { status approvedBy }"
            )
        );
        Assert.Equal(
            ("STATUS_CANNOT_FOLLOW", "input.status"),
            await server.Client.RefusedAsync(
                As.Psw(Coventry),
                "changePriorityStatus",
                $$"""priority: "{{id}}", status: PROPOSED"""
            )
        );
    }

    [Fact]
    public async Task Priorities_are_ranked()
    {
        var one = await DeclareAsync(As.Psw(Coventry), Coventry, "2023-24", "One");
        var two = await DeclareAsync(As.Psw(Coventry), Coventry, "2023-24", "Two");

        Assert.Equal(
            """[{"rank":1,"title":"Two"},{"rank":2,"title":"One"}]""",
            await server.Client.SucceedAsync(
                As.Psw(Coventry),
                "rankPriorities",
                $$"""owner: { council: "{{Coventry}}" }, year: "2023-24", priorities: ["{{two}}", "{{one}}"]""",
                "priorities { rank title }"
            )
        );
        Assert.Equal(
            ("RANKING_INCOMPLETE", "input.priorities"),
            await server.Client.RefusedAsync(
                As.Psw(Coventry),
                "rankPriorities",
                $$"""owner: { council: "{{Coventry}}" }, year: "2023-24", priorities: ["{{two}}"]"""
            )
        );
    }

    [Fact]
    public async Task Network_has_priorities_of_its_own()
    {
        await server.Client.SucceedAsync(
            As.AllRoles,
            "foundNetwork",
            """code: "with-priorities", name: "N", scope: BOTH""",
            "network { code }"
        );

        Assert.Equal(
            """{"level":"REGIONAL","owner":{"code":"with-priorities","priorities":[{"title":"Shared"}]}}""",
            await server.Client.SucceedAsync(
                As.Coordinator("with-priorities"),
                "declarePriority",
                """owner: { network: "with-priorities" }, year: "2020-21", title: "Shared", theme: "T01" """,
                "priority { level owner { ... on Network { code priorities { title } } } }"
            )
        );
    }

    [Fact]
    public async Task Principal_social_worker_of_another_council_is_refused()
    {
        var id = await DeclareAsync(As.Psw(Coventry), Coventry, "2024-25", "Own");

        Assert.Equal(
            ("NOT_PERMITTED", ""),
            await server.Client.RefusedAsync(
                As.Psw("E08000025"),
                "declarePriority",
                $$"""owner: { council: "{{Coventry}}" }, year: "2024-25", title: "T", theme: "T01" """
            )
        );
        Assert.Equal(
            ("NOT_PERMITTED", ""),
            await server.Client.RefusedAsync(
                As.Psw("E08000025"),
                "changePriorityStatus",
                $$"""priority: "{{id}}", status: WITHDRAWN"""
            )
        );
    }

    private async Task<string> DeclareAsync(Actor actor, string council, string year, string title) =>
        JsonElement
            .Parse(
                await server.Client.SucceedAsync(
                    actor,
                    "declarePriority",
                    $$"""owner: { council: "{{council}}" }, year: "{{year}}", title: "{{title}}", theme: "T01" """,
                    "priority { id }"
                )
            )
            .Text("id")!;
}
