using System.Text.Json;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Durability;

/// <summary>Everything that the writers of a kill test can have written, as the API shows it.</summary>
/// <param name="Priorities">How many priorities have each title.</param>
/// <param name="Workstreams">By code.</param>
/// <param name="Imports">By publication.</param>
internal sealed record NetworkReading(
    IReadOnlyDictionary<string, int> Priorities,
    IReadOnlyDictionary<string, WorkstreamReading> Workstreams,
    IReadOnlyDictionary<string, ImportReading> Imports
)
{
    public static async Task<NetworkReading> OfAsync(NetworkClient client)
    {
        var councils = await client.QueryAsync("{ councils { priorities { title } } }", null, As.AllRoles);
        var titles = councils.Data.At("councils").EnumerateArray().SelectMany(c => c.Texts("priorities", "title"));
        return new NetworkReading(Counts(titles), await WorkstreamsAsync(client), await ImportsAsync(client));
    }

    private static async Task<Dictionary<string, WorkstreamReading>> WorkstreamsAsync(NetworkClient client)
    {
        var read = new Dictionary<string, WorkstreamReading>(StringComparer.Ordinal);
        string? after = null;
        do
        {
            var answer = await client.QueryAsync(
                """
                query($after: String) {
                  workstreams(first: 100, after: $after) {
                    nodes { code leadCouncil { code } participants { council { code } role from to } actions { title } }
                    pageInfo { hasNextPage endCursor }
                  }
                }
                """,
                new { after },
                As.AllRoles
            );
            var page = answer.Data.At("workstreams");
            foreach (var node in page.At("nodes").EnumerateArray())
            {
                // A workstream that is there twice fails here.
                read.Add(node.Text("code")!, WorkstreamReading.Of(node));
            }

            after = page.At("pageInfo.hasNextPage").GetBoolean() ? page.Text("pageInfo.endCursor") : null;
        } while (after is not null);

        return read;
    }

    private static async Task<Dictionary<string, ImportReading>> ImportsAsync(NetworkClient client)
    {
        var answer = await client.QueryAsync(
            "{ publications { code vintages { rowCount } indicators { code periods { code } } } }"
        );
        var read = new Dictionary<string, ImportReading>(StringComparer.Ordinal);
        foreach (var publication in answer.Data.At("publications").EnumerateArray())
        {
            var code = publication.Text("code")!;
            read.Add(
                code,
                new ImportReading(publication.At("vintages").GetArrayLength(), await FigureAsync(client, code))
            );
        }

        return read;
    }

    private static async Task<double?> FigureAsync(NetworkClient client, string publication)
    {
        var answer = await client.QueryAsync(
            "query($indicator: String!) { council(code: \"E08000025\") { figure(indicator: $indicator) { value } } }",
            new { indicator = $"{publication}.{SmallFile.Column}" },
            As.Anonymous
        );
        var figure = answer.Data.At("council.figure");
        return figure.ValueKind == JsonValueKind.Null ? null : figure.At("value").GetDouble();
    }

    private static Dictionary<string, int> Counts(IEnumerable<string?> titles) =>
        titles.GroupBy(title => title!).ToDictionary(group => group.Key, group => group.Count());
}

/// <param name="Leads">Participations as lead, as <c>council from</c>; the last is the present one.</param>
internal sealed record WorkstreamReading(
    string? LeadCouncil,
    IReadOnlyList<string> Leads,
    IReadOnlyList<string> OpenLeads,
    IReadOnlyList<string?> Actions
)
{
    public static WorkstreamReading Of(JsonElement node)
    {
        var leads = node.At("participants").EnumerateArray().Where(part => part.Text("role") == "LEAD").ToArray();
        return new WorkstreamReading(
            node.At("leadCouncil") is { ValueKind: JsonValueKind.Object } lead ? lead.Text("code") : null,
            [.. leads.Select(part => $"{part.Text("council.code")} {part.Text("from")}")],
            [.. leads.Where(part => part.Text("to") is null).Select(part => part.Text("council.code")!)],
            node.Texts("actions", "title")
        );
    }
}

/// <param name="Figure">Birmingham's; null where there is none.</param>
internal sealed record ImportReading(int Vintages, double? Figure);
