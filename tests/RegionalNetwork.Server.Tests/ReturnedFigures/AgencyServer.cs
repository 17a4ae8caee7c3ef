using System.Text.Json;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.Tests.Returns;
using RegionalNetwork.Server.Tests.Running;
using static RegionalNetwork.Server.Tests.Returns.AgencyReturns;

namespace RegionalNetwork.Server.Tests.ReturnedFigures;

/// <summary>
/// A server on which seven councils of the West Midlands returned their agency figures of one quarter, in one compiled round. Six are in
/// a network; the first four share by name two indicators of it.
/// </summary>
public sealed class AgencyServer : IAsyncLifetime
{
    public const string Network = "west-midlands";

    private readonly RunningServer _server = new();

    /// <summary>Council, name, how many of everything for each job type, level of the release.</summary>
    internal static readonly (string Code, string Name, int Each, string Level)[] Councils =
    [
        ("E08000026", "Coventry", 40, "NATION"),
        ("E08000027", "Dudley", 2, "NATION"),
        ("E08000028", "Sandwell", 30, "NATION"),
        ("E08000029", "Solihull", 20, "NETWORK"),
        ("E08000030", "Walsall", 25, "NATION"),
        ("E08000031", "Wolverhampton", 50, "PUBLIC"),
        ("E08000025", "Birmingham", 60, "NATION"),
    ];

    internal NetworkClient Client => _server.Client;

    internal DirectoryInfo Data => _server.Data;

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await Client.SucceedAsync(
            As.AllRoles,
            "foundNetwork",
            $"""code: "{Network}", name: "West Midlands network", scope: BOTH""",
            "network { code }"
        );
        await Client.SucceedAsync(
            As.AllRoles,
            "drawUpSharingAgreement",
            $"""code: "{Network}-1", network: "{Network}", title: "T", purpose: "P", subjects: [FIGURES], indicators: ["AGY-03", "AGY-02"], tiers: [NETWORK_NAMED], from: "2020-04-01", to: "2030-03-31", retentionYears: 7, breachContact: "DPO" """,
            "agreement { code }"
        );
        for (var index = 0; index < Councils.Length; index++)
        {
            var (code, name, each, level) = Councils[index];
            if (index < 6)
            {
                await Client.SucceedAsync(
                    As.AllRoles,
                    "admitCouncilToNetwork",
                    $"""network: "{Network}", council: "{code}", from: "2020-04-01" """,
                    "network { code }"
                );
            }

            if (index < 4)
            {
                await Client.SucceedAsync(
                    As.Approver(code),
                    "signSharingAgreement",
                    $"""agreement: "{Network}-1", council: "{code}" """,
                    "agreement { code }"
                );
            }

            await Client.ReleaseAsync(code, name, each, level);
        }

        await CompileAsync();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    internal async Task CompileAsync() =>
        await Client.SucceedAsync(
            As.NationalOffice,
            "compileReturnRound",
            $"""collection: "agency", period: "{Period}" """,
            "round { number }"
        );

    /// <summary>The councils of which the actor is shown a figure, each with its value or why it has none.</summary>
    internal async Task<string> RowsAsync(Actor? actor, string indicator, string? jobType = null)
    {
        var where = jobType is null ? "" : $$""", where: [{ dimension: "job_type", item: "{{jobType}}" }]""";
        var answer = await Client.QueryAsync(
            $$"""{ benchmark(indicator: "{{indicator}}"{{where}}) { rows { name figure { value status } } } }""",
            null,
            actor
        );
        return string.Join(
            ", ",
            answer
                .Data.At("benchmark.rows")
                .EnumerateArray()
                .Where(row => row.At("figure").ValueKind != JsonValueKind.Null)
                .Select(row =>
                    $"{row.Text("name")} {(row.Text("figure.status") == "VALUE" ? row.At("figure.value").GetRawText() : row.Text("figure.status"))}"
                )
        );
    }
}
