using System.Text.Json;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Auditing;

/// <summary>A council's priority that others may be shown, and the question who was shown anything.</summary>
internal static class SharedPriorities
{
    public static string Accesses(string council) =>
        $$"""{ council(code: "{{council}}") { accesses { nodes { reader subject purpose reason } pageInfo { hasNextPage } } } }""";

    /// <summary>The input of a new priority.</summary>
    public static string New(string council) =>
        $$"""owner: { council: "{{council}}" }, year: "2026-27", title: "Shared by {{council}}", theme: "T01" """;

    public static async Task<string> DeclareAsync(this NetworkClient client, string council) =>
        JsonElement
            .Parse(await client.SucceedAsync(As.Psw(council), "declarePriority", New(council), "priority { id }"))
            .Text("id")!;

    /// <summary>The first council's priority, shown to the network of the two, who are party to its agreement.</summary>
    public static async Task ShareAsync(this NetworkClient client, string network, params string[] councils)
    {
        await client.SucceedAsync(
            As.AllRoles,
            "foundNetwork",
            $"""code: "{network}", name: "{network}", scope: BOTH""",
            "network { code }"
        );
        await client.SucceedAsync(
            As.AllRoles,
            "drawUpSharingAgreement",
            $"""code: "{network}-1", network: "{network}", title: "T", purpose: "P", subjects: [PRIORITIES], indicators: [], tiers: [NETWORK_NAMED], from: "2020-04-01", to: "2030-03-31", retentionYears: 7, breachContact: "DPO" """,
            "agreement { code }"
        );
        foreach (var council in councils)
        {
            await client.SucceedAsync(
                As.AllRoles,
                "admitCouncilToNetwork",
                $"""network: "{network}", council: "{council}", from: "2020-04-01" """,
                "network { code }"
            );
            await client.SucceedAsync(
                As.Approver(council),
                "signSharingAgreement",
                $"""agreement: "{network}-1", council: "{council}" """,
                "agreement { code }"
            );
        }

        await client.SucceedAsync(
            As.Psw(councils[0]),
            "changePriorityAudience",
            $"""priority: "{await client.DeclareAsync(councils[0])}", audience: NETWORK""",
            "priority { id }"
        );
    }
}
