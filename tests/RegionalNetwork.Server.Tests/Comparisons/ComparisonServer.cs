using System.Net;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Comparisons;

/// <summary>A server with the workforce census of 2017 to 2023, the neighbours of 2025 and a network of the West Midlands.</summary>
public sealed class ComparisonServer : IAsyncLifetime
{
    public const string Network = "west-midlands";

    private static readonly string[] Members = ["E08000031", "E08000026", "E08000027", "E08000025", "E08000030"];

    private readonly RunningServer _server = new();
    private bool _isReady;

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        if (Tidy.Repository.Shared("data") is not { } folder)
        {
            return;
        }

        var census = await _server.Client.UploadAsync(
            As.AllRoles,
            SharedFiles.Workforce,
            await File.ReadAllBytesAsync(Path.Combine(folder, SharedFiles.Workforce))
        );
        Assert.True(census.Status == HttpStatusCode.OK, census.Text);
        var neighbours = await ImportNeighboursAsync(
            await File.ReadAllBytesAsync(Path.Combine(folder, "statistical_neighbours_2025_long.csv"))
        );
        Assert.True(neighbours.Status == HttpStatusCode.OK, neighbours.Text);
        await _server.Client.SucceedAsync(
            As.AllRoles,
            "foundNetwork",
            $"""code: "{Network}", name: "West Midlands network", scope: BOTH""",
            "network { code }"
        );
        foreach (var member in Members)
        {
            await _server.Client.SucceedAsync(
                As.AllRoles,
                "admitCouncilToNetwork",
                $"""network: "{Network}", council: "{member}", from: "2015-01-01" """,
                "network { code }"
            );
        }

        _isReady = true;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>The client; without the files the test that asks is skipped.</summary>
    internal NetworkClient Require()
    {
        Assert.SkipUnless(_isReady, "../shared/data is not beside the repository: real figures were not compared.");
        return _server.Client;
    }

    internal async Task<Answer> ImportNeighboursAsync(byte[] csv)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(csv), "data", "neighbours.csv" },
            { new StringContent("2025"), "model" },
        };
        return await _server.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/imports/neighbours") { Content = form },
            As.AllRoles
        );
    }
}
