using System.Net;
using System.Text.Json;
using RegionalNetwork.Server.Tests.Returns;
using RegionalNetwork.Server.Tests.Running;
using static RegionalNetwork.Server.Tests.Returns.AgencyReturns;

namespace RegionalNetwork.Server.Tests.Federation;

/// <summary>A council's own node and a hub, each a process of its own.</summary>
public sealed class FederationTests
{
    private const string Coventry = "E08000026";
    private const string Return = $"agency.{Period}.{Coventry}";

    [Fact]
    public async Task What_a_council_releases_on_its_node_is_at_the_hub_and_no_word_more_has_left()
    {
        await using var hub = await Node.StartNewAsync();
        await using var council = await Node.StartNewAsync();
        await hub.AdmitAsync(council, "coventry", "network", "--council", Coventry);

        await EnterAsync(council, 41, ("reason", ""));
        await ApproveAsync(council, 1);
        await EnterAsync(council, 43, ("reason", "A secret reason"));
        await council.Client.SucceedAsync(
            As.Approver(Coventry),
            "sendBackReturn",
            $"{Of(Coventry)}, reason: \"A secret remark\"",
            "return { status }"
        );
        await EnterAsync(council, 40, ("reason", "A secret reason"));
        await ApproveAsync(council, 3);
        await ReleaseAsync(council, "NETWORK");
        await council.SettledAsync(1);

        Assert.Equal(await FiguresAsync(council), await FiguresAsync(hub));
        var figures = Assert.Single(Messages(hub));
        Assert.Equal("Released", figures.Text("kind"));
        var requests = string.Join('\n', hub.Way.Requests.Select(sent => sent.Text));
        Assert.DoesNotContain("secret", requests, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("test:", requests, StringComparison.Ordinal);
        // Neither the vintage that was not released nor the draft that was sent back.
        Assert.DoesNotMatch(@"\b4[13]\b", figures.Text("table"));
    }

    [Fact]
    public async Task What_a_council_explains_of_a_released_figure_goes_with_it_and_is_shown_at_the_hub()
    {
        await using var hub = await Node.StartNewAsync();
        await using var council = await Node.StartNewAsync();
        await hub.AdmitAsync(council, "coventry", "network", "--council", Coventry);

        await EnterAsync(council, 41, ("explanations", Explained("A secret of a vintage that stays")));
        await ApproveAsync(council, 1);
        await EnterAsync(council, 40, ("reason", "R"), ("explanations", Explained("Two agencies billed late.")));
        await ApproveAsync(council, 2);
        await ReleaseAsync(council, "NETWORK");
        await EnterAsync(council, 39, ("reason", "R"), ("explanations", Explained("A secret of a draft")));
        await council.SettledAsync(1);

        const string Expected = """[{"field":"assignments","item":"Total","text":"Two agencies billed late."}]""";
        Assert.Equal(Expected, Assert.Single(Messages(hub)).At("explanations").GetRawText());
        Assert.Equal(Expected, (await LastVintageAsync(hub)).At("explanations").GetRawText());
        Assert.DoesNotContain(
            hub.Way.Requests,
            sent => sent.Text.Contains("secret", StringComparison.OrdinalIgnoreCase)
        );

        static string Explained(string text) => $$"""[{"field":"assignments","item":"Total","text":"{{text}}"}]""";
    }

    [Fact]
    public async Task Who_leaves_may_have_withdrawn_what_was_sent_and_may_come_back()
    {
        await using var hub = await Node.StartNewAsync();
        await using var council = await Node.StartNewAsync();
        await hub.AdmitAsync(council, "coventry", "network", "--council", Coventry);
        await council.Client.ReleaseAsync(Coventry, "Coventry", 40);
        await council.SettledAsync(1);

        await council.RunAsync("federation", "leave", "--withdraw");
        await council.SeesAsync(status => status.At("hub.leftAt").ValueKind == JsonValueKind.String);
        Assert.Equal("WITHDRAWN", await StatusAsync(hub));
        Assert.False((await hub.StatusAsync()).At("members.0.isEnrolled").GetBoolean());
        Assert.Equal("RELEASED", await StatusAsync(council));

        await hub.AdmitAsync(council, "coventry", "network", "--council", Coventry);
        await council.SettledAsync(1);
        Assert.Equal("RELEASED", await StatusAsync(hub));
    }

    [Fact]
    public async Task What_the_hub_refuses_is_shown_at_both_ends_and_is_taken_when_it_is_sent_again()
    {
        await using var hub = await Node.StartNewAsync();
        await using var council = await Node.StartNewAsync();
        // The hub takes only what is for the nation, and the node sends what is for the network too.
        await hub.AdmitAsync(council, "coventry", ("nation", "network"), "--council", Coventry);
        await council.Client.ReleaseAsync(Coventry, "Coventry", 40);

        await council.SettledAsync(1);
        foreach (
            var quarantined in new[]
            {
                (await council.StatusAsync()).At("hub.quarantined"),
                (await hub.StatusAsync()).At("members.0.quarantined"),
            }
        )
        {
            Assert.Equal((1, Return), (quarantined.At("0.number").GetInt64(), quarantined.Text("0.return")));
            Assert.Equal("LEVEL_TOO_NARROW", quarantined.Text("0.reasons.0.code"));
        }

        Assert.Contains(
            "LEVEL_TOO_NARROW at level: The hub takes only",
            (await hub.Client.GetAsync(As.Operator, "/federation")).Text,
            StringComparison.Ordinal
        );
        await council.RunAsync("federation", "resend", Return);
        await council.SettledAsync(2);
        Assert.Equal(2, (await council.StatusAsync()).At("hub.quarantined.0.number").GetInt64());

        await ReleaseAsync(council, "NATION");
        await council.SettledAsync(3);
        await council.SeesAsync(status => status.At("hub.quarantined").GetArrayLength() == 0);
        Assert.Equal("RELEASED", await StatusAsync(hub));
    }

    [Fact]
    public async Task Nothing_is_sent_to_somebody_else_in_the_place_of_the_hub()
    {
        await using var hub = await Node.StartNewAsync();
        await using var other = await Node.StartNewAsync();
        await using var council = await Node.StartNewAsync();
        await hub.AdmitAsync(council, "coventry", "network", "--council", Coventry);
        await council.SeesAsync(status => status.At("hub.heardAt").ValueKind == JsonValueKind.String);

        await council.KillAsync();
        hub.Way.Target = other.Process.Address;
        await council.StartAsync();
        await council.Client.ReleaseAsync(Coventry, "Coventry", 40);
        await council.SeesAsync(status =>
            status.At("hub.fault").ValueKind == JsonValueKind.Object && status.At("hub.lag").GetInt64() == 1
        );
        Assert.Empty(Messages(hub));

        hub.Way.Target = hub.Process.Address;
        await council.SettledAsync(1);
        await council.SeesAsync(status => status.At("hub.fault").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task Commands_that_cannot_be_carried_out_say_what_to_do()
    {
        using var data = new TemporaryFolder();
        (string[] Arguments, string About)[] wrong =
        [
            (["invite", "a b", "--level", "nation", "--council", Coventry], "identifier"),
            (["invite", "a", "--level", "nation"], "councils"),
            (["invite", "a", "--level", "nation", "--council", "E99999999"], "nine-character"),
            (["remove", "nobody"], "no such member"),
            (["join", "http://hub.example.gov.uk", $"code.{new string('a', 43)}", "--level", "nation"], "https"),
            (["join", "http://127.0.0.1:1", "code", "--level", "nation"], "no invitation"),
            (["join", "http://127.0.0.1:1", $"code.{new string('a', 43)}", "--level", "nation"], "cannot be reached"),
            (["leave"], "no hub"),
            (["resend", Return], "no hub"),
        ];

        foreach (var (arguments, about) in wrong)
        {
            var run = await CommandLineRun.OfAsync(["federation", .. arguments, "--data", data.Path]);
            run.AssertFailedInOneSentence(about);
        }

        TestContext.Current.SendDiagnosticMessage($"{wrong.Length} cases");
    }

    /// <summary>Every message with figures or a withdrawal that was ever on its way to a node, once.</summary>
    private static JsonElement[] Messages(Node node) =>
        [
            .. node
                .Way.Requests.Where(sent => sent.Path == "/federation/batches")
                .SelectMany(sent => JsonElement.Parse(sent.Text).At("messages").EnumerateArray())
                .DistinctBy(message => message.At("number").GetInt64()),
        ];

    private static async Task EnterAsync(Node node, int each, params (string Name, string Value)[] more)
    {
        var uploaded = await node.Client.UploadReturnAsync(
            As.DataOfficer(Coventry),
            Coventry,
            Table(Coventry, "Coventry", each),
            [("submit", "true"), .. more]
        );
        Assert.True(uploaded.Status == HttpStatusCode.OK, uploaded.Text);
    }

    private static async Task ApproveAsync(Node node, int draft) =>
        await node.Client.SucceedAsync(
            As.Approver(Coventry),
            "approveReturn",
            $"{Of(Coventry)}, draft: {draft}",
            "return { status }"
        );

    private static async Task ReleaseAsync(Node node, string level) =>
        await node.Client.SucceedAsync(
            As.Approver(Coventry),
            "releaseReturn",
            $"{Of(Coventry)}, level: {level}",
            "return { status }"
        );

    private static async Task<string> StatusAsync(Node node) => (await ReturnAsync(node)).Text("status")!;

    /// <summary>Figures and releases of the last vintage, as the council's own people see them.</summary>
    private static async Task<string> FiguresAsync(Node node)
    {
        var last = await LastVintageAsync(node);
        return $"{last.At("figures")} {last.At("releases")}";
    }

    private static async Task<JsonElement> LastVintageAsync(Node node) =>
        (await ReturnAsync(node)).At("vintages").EnumerateArray().Last();

    private static async Task<JsonElement> ReturnAsync(Node node)
    {
        var answer = await node.Client.QueryAsync(
            $$"""
            { council(code: "{{Coventry}}") { returns(collection: "agency") { status vintages { figures { item field text } explanations { field item text } releases { level from } } } } }
            """,
            null,
            As.DataOfficer(Coventry)
        );
        return Assert.Single(answer.Data.At("council.returns").EnumerateArray());
    }
}
