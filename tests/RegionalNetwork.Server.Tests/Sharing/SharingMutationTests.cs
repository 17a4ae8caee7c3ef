using System.Text.Json;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Sharing;

public sealed class SharingMutationTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Coventry = "E08000026";
    private const string Dudley = "E08000027";

    [Fact]
    public async Task Agreement_is_drawn_up_as_described()
    {
        await NetworkAsync("drawn");

        Assert.Equal(
            """{"code":"drawn-1","network":{"code":"drawn"},"title":"T","purpose":"P","subjects":["PRIORITIES","FIGURES"],"indicators":["CSW-01"],"tiers":["NETWORK_NAMED"],"from":"2020-04-01","to":"2030-03-31","retentionYears":7,"breachContact":"DPO","parties":[],"withdrawnFrom":null,"inForce":true}""",
            await server.Client.SucceedAsync(
                As.Coordinator("drawn"),
                "drawUpSharingAgreement",
                Terms("drawn"),
                "agreement { code network { code } title purpose subjects indicators tiers from to retentionYears breachContact parties { from } withdrawnFrom inForce }"
            )
        );
    }

    [Fact]
    public async Task Council_signs_and_leaves_and_its_priorities_are_shown_accordingly()
    {
        await NetworkAsync("signed");
        await DrawUpAsync("signed");
        await SignAsync("signed", Dudley);
        var priority = JsonElement
            .Parse(
                await server.Client.SucceedAsync(
                    As.AllRoles,
                    "declarePriority",
                    $$"""owner: { council: "{{Dudley}}" }, year: "2022-23", title: "Shared", theme: "T01" """,
                    "priority { id }"
                )
            )
            .Text("id");
        await server.Client.SucceedAsync(
            As.AllRoles,
            "changePriorityAudience",
            $"""priority: "{priority}", audience: NETWORK""",
            "priority { id }"
        );
        const string Query = """{ council(code: "E08000027") { priorities(year: "2022-23") { title } } }""";
        const string Nothing = """{"council":{"priorities":[]}}""";
        const string Shown = """{"council":{"priorities":[{"title":"Shared"}]}}""";

        Assert.Equal(Nothing, await server.Client.ReadAsync(Query, As.Psw(Coventry)));
        await SignAsync("signed", Coventry);
        Assert.Equal(Shown, await server.Client.ReadAsync(Query, As.Psw(Coventry)));
        await LeaveAsync("signed", Dudley);
        Assert.Equal(Nothing, await server.Client.ReadAsync(Query, As.Psw(Coventry)));
    }

    [Fact]
    public async Task Council_that_is_no_member_does_not_sign()
    {
        await NetworkAsync("members");
        await DrawUpAsync("members");

        Assert.Equal(
            ("AGREEMENT_NOT_FOUND", "input.agreement"),
            await server.Client.RefusedAsync(
                As.Approver("E09000001"),
                "signSharingAgreement",
                """agreement: "members-1", council: "E09000001" """
            )
        );
    }

    [Fact]
    public async Task Withdrawn_agreement_is_in_force_no_more()
    {
        await NetworkAsync("withdrawn");
        await DrawUpAsync("withdrawn");

        Assert.Equal(
            """{"inForce":false}""",
            await server.Client.SucceedAsync(
                As.Coordinator("withdrawn"),
                "withdrawSharingAgreement",
                $"agreement: \"withdrawn-1\", from: \"{Today()}\"",
                "agreement { inForce }"
            )
        );
    }

    [Theory]
    [InlineData("nowhere", "NETWORK_NOT_FOUND", "input.network")]
    [InlineData("a b", "NOT_PERMITTED", "")]
    public async Task Agreement_of_no_network_is_not_drawn_up(string network, string code, string path) =>
        Assert.Equal(
            (code, path),
            await server.Client.RefusedAsync(As.Coordinator("nowhere"), "drawUpSharingAgreement", Terms(network))
        );

    [Fact]
    public async Task Members_of_the_network_read_its_agreements_and_others_find_none()
    {
        await NetworkAsync("read");
        await DrawUpAsync("read");
        const string Query = """{ sharingAgreements(network: "read") { code } }""";

        Assert.Equal(
            """{"sharingAgreements":[{"code":"read-1"}]}""",
            await server.Client.ReadAsync(Query, As.Psw(Coventry))
        );
        Assert.Equal("""{"sharingAgreements":[]}""", await server.Client.ReadAsync(Query, As.Psw("E09000001")));
        Assert.Equal(["UNAUTHENTICATED"], (await server.Client.QueryAsync(Query)).ErrorCodes);
    }

    private static string Terms(string network) =>
        $"""code: "{network.Replace(' ', '-')}-1", network: "{network}", title: "T", purpose: "P", subjects: [PRIORITIES, FIGURES], indicators: ["CSW-01"], tiers: [NETWORK_NAMED], from: "2020-04-01", to: "2030-03-31", retentionYears: 7, breachContact: "DPO" """;

    private static string Today() =>
        DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task NetworkAsync(string code)
    {
        await server.Client.SucceedAsync(
            As.AllRoles,
            "foundNetwork",
            $"""code: "{code}", name: "{code}", scope: BOTH""",
            "network { code }"
        );
        foreach (var council in new[] { Coventry, Dudley })
        {
            await server.Client.SucceedAsync(
                As.AllRoles,
                "admitCouncilToNetwork",
                $"""network: "{code}", council: "{council}", from: "2020-04-01" """,
                "network { code }"
            );
        }
    }

    private async Task DrawUpAsync(string network) =>
        await server.Client.SucceedAsync(
            As.Coordinator(network),
            "drawUpSharingAgreement",
            Terms(network),
            "agreement { code }"
        );

    private async Task SignAsync(string network, string council) =>
        await server.Client.SucceedAsync(
            As.Approver(council),
            "signSharingAgreement",
            $"""agreement: "{network}-1", council: "{council}" """,
            "agreement { code }"
        );

    private async Task LeaveAsync(string network, string council) =>
        await server.Client.SucceedAsync(
            As.Approver(council),
            "leaveSharingAgreement",
            $"""agreement: "{network}-1", council: "{council}", from: "{Today()}" """,
            "agreement { code }"
        );
}
