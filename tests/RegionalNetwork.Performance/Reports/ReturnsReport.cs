using System.Buffers;
using System.Diagnostics;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.EventSourcing.Journal.Sqlite;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.Performance.SyntheticNetwork;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Performance.Reports;

/// <summary>
/// How soon the returns of every council are in, and how soon what they say is answered: warm, and for the first time after a council has
/// restated. At one, three and ten times 12 months of 300 figures. Synthetic figures from the printed seed; nothing here passes or
/// fails.
/// </summary>
internal static class ReturnsReport
{
    private const int Seed = 300;
    private const int MonthsOnce = 12;
    private const int Warmings = 300;
    private const int Runs = 200;
    private const int Restatements = 9;

    private static readonly (string Name, string Query)[] Questions =
    [
        (
            "benchmark of one indicator, all councils",
            $$"""{ benchmark(indicator: "{{SyntheticCollection.RateCode(1)}}", period: "2026-10") { rows { code name figure { value status } rank quintile } region { value } england { value coverage { contributors expected } } } }"""
        ),
        (
            "rollups of one indicator, one year by region",
            $$"""{ benchmark(indicator: "{{SyntheticCollection.RateCode(2)}}", period: "2026-10") { england { value numerator denominator status } } }"""
        ),
        (
            "a council beside region, England and its kind",
            $$"""{ council(code: "E08000031") { comparison(indicators: ["{{SyntheticCollection.RateCode(3)}}"], period: "2026-10", comparators: [REGION, ENGLAND, COUNCIL_TYPE]) { figure { value } comparators { kind value judgement { result } } } } }"""
        ),
    ];

    public static async Task<int> PrintAsync()
    {
        Console.WriteLine($"Synthetic figures, seed {Seed}; {Environment.ProcessorCount} cores.");
        Console.WriteLine(
            "One month goes before, unprinted, so that the code is compiled as in a server that has run for a while."
        );
        await MeasureAsync(months: 1, _ => { });
        foreach (var times in new[] { 1, 3, 10 })
        {
            await MeasureAsync(MonthsOnce * times, line => Console.WriteLine($"{times, 2}x {line}"));
        }

        return 0;
    }

    private static async Task MeasureAsync(int months, Action<string> print)
    {
        var folder = Directory.CreateTempSubdirectory("regional-network-returns-");
        try
        {
            await using var host = await NetworkHost.StartAsync(
                SqliteJournal.Open(Path.Combine(folder.FullName, JournalPlace.FileName)),
                SyntheticCollection.Definitions(),
                TimeProvider.System,
                CancellationToken.None
            );
            var returns = new SyntheticReturns(Seed, host);
            await returns.SetUpNetworksAsync();
            print(await LoadAsync(returns, months));
            var executor = new RequestExecutor(NetworkSchema.Bind(), new ExecutorOptions());
            foreach (var (name, query) in Questions)
            {
                print(await AskAsync(host, executor, returns, name, query));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> LoadAsync(SyntheticReturns returns, int months)
    {
        long figures = 0;
        var count = 0;
        var time = TimeSpan.Zero;
        for (var month = months - 1; month >= 0; month--)
        {
            var files = returns.FilesOf(month);
            var began = Stopwatch.GetTimestamp();
            await returns.LoadAsync(files);
            time += Stopwatch.GetElapsedTime(began);
            count += files.Count;
            figures += (long)files.Count * SyntheticCollection.Rates * 2;
        }

        return $"{count:N0} returns, {figures:N0} figures from CSV to compiled rounds, durable: {time.TotalSeconds:0.00} s; "
            + $"memory {GC.GetTotalMemory(forceFullCollection: true) / 1_000_000} MB";
    }

    private static async Task<string> AskAsync(
        NetworkHost host,
        RequestExecutor executor,
        SyntheticReturns returns,
        string name,
        string query
    )
    {
        var request = new GraphQLRequest(query, null, null);
        var first = await TimeAsync(host, executor, request);
        for (var warming = 0; warming < Warmings; warming++)
        {
            await TimeAsync(host, executor, request);
        }

        var warm = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            warm.Add(await TimeAsync(host, executor, request));
        }

        var changed = new List<double>();
        for (var restatement = 0; restatement < Restatements; restatement++)
        {
            await returns.RestateAsync(restatement * 7, month: 0, Environment.TickCount);
            changed.Add(await TimeAsync(host, executor, request));
        }

        return $"    {name, -48} first {first, 7:0.00} ms, warm {Median(warm), 7:0.000} ms, "
            + $"first after a restatement {Median(changed), 6:0.00} ms";
    }

    private static async Task<double> TimeAsync(NetworkHost host, RequestExecutor executor, GraphQLRequest request)
    {
        var output = new ArrayBufferWriter<byte>(256 * 1024);
        var viewer = Caller.Assuming(
            new Actor("synthetic:psw", [new Grant(Role.PrincipalSocialWorker, Place.Council("E08000031"))])
        );
        var began = Stopwatch.GetTimestamp();
        var result = await executor.ExecuteAsync(
            request,
            new NetworkRequest(host, viewer),
            output,
            CancellationToken.None
        );
        var time = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return result.ErrorCount == 0 && output.WrittenCount > 100
            ? time
            : throw new InvalidOperationException(System.Text.Encoding.UTF8.GetString(output.WrittenSpan));
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
