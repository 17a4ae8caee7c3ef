using System.Text.Json;
using RegionalNetwork.Server.Tests.Auditing;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Federation;

/// <summary>Priorities that a council shows from its own node, at a hub.</summary>
public sealed class PriorityTests
{
    private const string Coventry = "E08000026";
    private const string Dudley = "E08000027";

    private static readonly TimeSpan ArrivalMax = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task What_a_council_shows_is_at_the_hub_as_it_stands_until_it_is_taken_back()
    {
        await using var hub = await Node.StartNewAsync();
        await using var council = await Node.StartNewAsync();
        await hub.AdmitAsync(council, "coventry", "network", "--council", Coventry);
        var first = await DeclareAsync(council, "First");
        var second = await DeclareAsync(council, "Second secret draft");
        await DeclareAsync(council, "Third secret draft");

        await ReviseAsync(council, second, "Second");
        await ShowAsync(council, first, "NETWORK");
        await ShowAsync(council, second, "PUBLIC");
        await ArrivesAsync(hub, "First PROPOSED NETWORK, Second PROPOSED PUBLIC");
        await council.Client.SucceedAsync(
            As.Approver(Coventry),
            "changePriorityStatus",
            $"""priority: "{first}", status: APPROVED, approvedBy: "Cabinet" """,
            "priority { id }"
        );
        await ReviseAsync(council, first, "First, revised");
        await ArrivesAsync(hub, "First, revised APPROVED NETWORK, Second PROPOSED PUBLIC");
        await RankAsync(council, second, first);
        await ArrivesAsync(hub, "Second PROPOSED PUBLIC, First, revised APPROVED NETWORK");

        // Taken back it is the council's own people's again, and what is written then stays at its node.
        await ShowAsync(council, first, "OWNER");
        await ArrivesAsync(hub, "Second PROPOSED PUBLIC, First, revised APPROVED OWNER");
        await ReviseAsync(council, first, "First, a secret again");
        await ReviseAsync(council, second, "Second, revised");
        await ArrivesAsync(hub, "Second, revised PROPOSED PUBLIC, First, revised APPROVED OWNER");
        Assert.DoesNotContain(
            hub.Way.Requests,
            sent =>
                sent.Text.Contains("secret", StringComparison.OrdinalIgnoreCase)
                || sent.Text.Contains("test:", StringComparison.Ordinal)
        );

        await council.RunAsync("federation", "leave", "--withdraw");
        await ArrivesAsync(hub, "Second, revised PROPOSED OWNER, First, revised APPROVED OWNER");
    }

    [Fact]
    public async Task What_a_hub_refuses_is_in_quarantine_and_where_a_node_speaks_nobody_else_does()
    {
        await using var hub = await Node.StartNewAsync();
        await using var council = await Node.StartNewAsync();
        // The hub takes only what is public, and the node sends what is for the network too.
        await hub.AdmitAsync(council, "coventry", ("nation", "network"), "--council", Coventry);
        var priority = await DeclareAsync(council, "A priority");
        await ShowAsync(council, priority, "NETWORK");
        await council.SeesAsync(status =>
            status.At("hub") is { ValueKind: JsonValueKind.Object } link && link.At("quarantined").GetArrayLength() == 1
        );
        foreach (
            var quarantined in new[]
            {
                (await council.StatusAsync()).At("hub.quarantined.0"),
                (await hub.StatusAsync()).At("members.0.quarantined.0"),
            }
        )
        {
            Assert.StartsWith($"priority.{Coventry}.", quarantined.Text("return"), StringComparison.Ordinal);
            Assert.Equal("LEVEL_TOO_NARROW", quarantined.Text("reasons.0.code"));
        }

        Assert.Equal("", await PrioritiesAsync(hub));
        await ShowAsync(council, priority, "PUBLIC");
        await ArrivesAsync(hub, "A priority PROPOSED PUBLIC");
        await council.SeesAsync(status => status.At("hub.quarantined").GetArrayLength() == 0);

        Assert.Equal(
            ("PRIORITY_KEPT_ELSEWHERE", "input.owner.council"),
            await hub.Client.RefusedAsync(As.Psw(Coventry), "declarePriority", SharedPriorities.New(Coventry))
        );
        Assert.Equal(
            ("PRIORITY_KEPT_ELSEWHERE", "input.priority"),
            await hub.Client.RefusedAsync(
                As.Psw(Coventry),
                "changePriorityAudience",
                $"""priority: "{priority}", audience: OWNER"""
            )
        );
        await hub.Client.DeclareAsync(Dudley);
    }

    private static async Task<string> DeclareAsync(Node node, string title) =>
        JsonElement
            .Parse(
                await node.Client.SucceedAsync(
                    As.Psw(Coventry),
                    "declarePriority",
                    $$"""owner: { council: "{{Coventry}}" }, year: "2026-27", title: "{{title}}", theme: "T01" """,
                    "priority { id }"
                )
            )
            .Text("id")!;

    private static async Task ReviseAsync(Node node, string priority, string title) =>
        await node.Client.SucceedAsync(
            As.Psw(Coventry),
            "revisePriority",
            $"""priority: "{priority}", title: "{title}", theme: "T01" """,
            "priority { id }"
        );

    /// <summary>Those in this order first, then the others.</summary>
    private static async Task RankAsync(Node node, params string[] first)
    {
        var all = (await ReadAsync(node)).Select(one => one.Text("id")!);
        var ids = string.Join(", ", first.Union(all).Select(id => $"\"{id}\""));
        await node.Client.SucceedAsync(
            As.Psw(Coventry),
            "rankPriorities",
            $$"""owner: { council: "{{Coventry}}" }, year: "2026-27", priorities: [{{ids}}]""",
            "priorities { id }"
        );
    }

    private static async Task ShowAsync(Node node, string priority, string audience) =>
        await node.Client.SucceedAsync(
            As.AllRoles,
            "changePriorityAudience",
            $"""priority: "{priority}", audience: {audience}""",
            "priority { id }"
        );

    private static async Task ArrivesAsync(Node hub, string expected)
    {
        using var timeout = new CancellationTokenSource(ArrivalMax);
        while (await PrioritiesAsync(hub) is var there && there != expected)
        {
            Assert.False(timeout.IsCancellationRequested, $"{expected}\n{there}\n{await hub.StatusAsync()}");
            await Task.Delay(LookInterval, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>As the council's own people see them, the most important first.</summary>
    private static async Task<string> PrioritiesAsync(Node node) =>
        string.Join(
            ", ",
            (await ReadAsync(node)).Select(one => $"{one.Text("title")} {one.Text("status")} {one.Text("audience")}")
        );

    private static async Task<JsonElement[]> ReadAsync(Node node)
    {
        var answer = await node.Client.QueryAsync(
            $$"""{ council(code: "{{Coventry}}") { priorities(year: "2026-27") { id title status audience } } }""",
            null,
            As.Psw(Coventry)
        );
        return [.. answer.Data.At("council.priorities").EnumerateArray()];
    }
}
