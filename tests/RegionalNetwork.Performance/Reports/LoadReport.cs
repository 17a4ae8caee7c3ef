using System.Diagnostics;
using RegionalNetwork.Performance.Load;
using RegionalNetwork.Performance.Requests;

namespace RegionalNetwork.Performance.Reports;

/// <summary>
/// GraphQL over real sockets beside the same answers written by hand and beside a bare endpoint that sends the same bytes: in one
/// process, in turn, so that a slow minute of the machine slows all three. The client shares the processors with the server.
/// </summary>
internal static class LoadReport
{
    private const int Rounds = 5;
    private static readonly int[] Connections = [1, 8, 64];
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Run = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StartMax = TimeSpan.FromSeconds(60);

    public static async Task<int> PrintAsync()
    {
        using var server = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, ["serve"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        try
        {
            var port = int.Parse((await server.StandardOutput.ReadLineAsync().WaitAsync(StartMax))!);
            Console.WriteLine(
                $"Medians of {Rounds} runs of {Run.TotalSeconds:0} s, on {Environment.ProcessorCount} processors with the client."
            );
            Console.WriteLine(
                "Bytes: a bare endpoint. Hand: the same JSON by hand. KB: allocated by the server for one request."
            );
            Console.WriteLine();
            Console.WriteLine(
                $"{"request", -22} {"conn", 4} {"bytes/s", 9} {"hand/s", 9} {"GraphQL/s", 9} {"of bytes", 8} {"of hand", 8} "
                    + $"{"p99 bytes", 9} {"p99 GraphQL", 11} {"ratio", 6} {"KB", 6}"
            );
            foreach (var name in Enum.GetValues<NetworkRequestName>())
            {
                await PrintAsync(port, name);
            }

            return 0;
        }
        finally
        {
            server.StandardInput.Close();
            if (!server.WaitForExit(StartMax))
            {
                server.Kill();
            }
        }
    }

    private static async Task PrintAsync(int port, NetworkRequestName name)
    {
        LoadWay[] ways = HandWritten.Knows(name)
            ? [LoadWay.Bytes, LoadWay.ByHand, LoadWay.GraphQL]
            : [LoadWay.Bytes, LoadWay.GraphQL];
        var body = NetworkRequests.BodyOf(name);
        var requests = ways.ToDictionary(way => way, way => LoadClient.Post(LoadServer.PathOf(way, name), body));
        foreach (var way in ways)
        {
            await LoadClient.RunAsync(port, requests[way], connections: 8, WarmUp);
        }

        foreach (var connections in Connections)
        {
            var results = ways.ToDictionary(way => way, _ => new List<LoadResult>());
            var allocated = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var way in ways)
                {
                    var before = await AllocatedAsync(port);
                    var result = await LoadClient.RunAsync(port, requests[way], connections, Run);
                    results[way].Add(result);
                    if (way == LoadWay.GraphQL)
                    {
                        allocated.Add((await AllocatedAsync(port) - before) / (result.PerSecond * Run.TotalSeconds));
                    }
                }
            }

            Print(name, connections, results, Median(allocated) / 1000);
        }
    }

    private static void Print(
        NetworkRequestName name,
        int connections,
        Dictionary<LoadWay, List<LoadResult>> results,
        double kilobytes
    )
    {
        var (bytes, graphQL) = (PerSecond(LoadWay.Bytes)!.Value, PerSecond(LoadWay.GraphQL)!.Value);
        var hand = PerSecond(LoadWay.ByHand);
        var (bytes99, graphQL99) = (Percentile99(LoadWay.Bytes), Percentile99(LoadWay.GraphQL));
        Console.WriteLine(
            $"{name, -22} {connections, 4} {bytes, 9:0} {hand, 9:0} {graphQL, 9:0} {graphQL / bytes, 8:0.00} {graphQL / hand, 8:0.00} "
                + $"{bytes99, 6:0.00} ms {graphQL99, 8:0.00} ms {graphQL99 / bytes99, 6:0.00} {kilobytes, 6:0.0}"
        );

        double? PerSecond(LoadWay way) =>
            results.TryGetValue(way, out var runs) ? Median(runs.Select(run => run.PerSecond)) : null;

        double Percentile99(LoadWay way) => Median(results[way].Select(run => run.Percentile99.TotalMilliseconds));
    }

    private static async Task<long> AllocatedAsync(int port)
    {
        using var http = new HttpClient();
        return long.Parse(await http.GetStringAsync(new Uri($"http://127.0.0.1:{port}{LoadServer.Allocated}")));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
