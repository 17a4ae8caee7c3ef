namespace RegionalNetwork.Performance.Reports;

/// <summary>
/// How soon a published server answers and how much memory it takes: with the sample network, and with the whole children's
/// social work workforce file where it is at hand. Figures are medians; nothing here passes or fails.
/// </summary>
internal static class StartAndMemoryReport
{
    private const int Runs = 7;
    private const int QueriesBeforeWeighing = 2_000;

    private const string Profile =
        """{"query":"{ council(code: \"E08000031\") { name region { name } priorities(year: \"2022-23\") { title theme { title } } workstreams { title } } }"}""";

    private const string Rollups =
        """{"query":"{ rollups(indicator: \"CSW-01\") { area { name } points { period { code } value coverage { contributors expected } } } }"}""";

    public static async Task<int> PrintAsync()
    {
        var root = Repository.Root;
        var work = Directory.CreateTempSubdirectory("regional-network-");
        try
        {
            var executable = PublishedServer.Publish(root, Path.Combine(work.FullName, "app"));
            var data = Path.Combine(work.FullName, "data");
            Console.WriteLine($"Median of {Runs} starts of a published build on {Environment.ProcessorCount} cores.");
            await PrintAsync("sample network, first start (loads it)", executable, () => Fresh(data), Profile);
            await PrintAsync("sample network, later starts", executable, () => data, Profile);

            var workforce = Path.Combine(root, "..", "shared", "data", "csww_indicators_2017_to_2023.csv");
            if (!File.Exists(workforce))
            {
                Console.WriteLine("The workforce file is not beside the repository: its figures are left out.");
                return 0;
            }

            var import = PublishedServer.Import(executable, data, workforce);
            Console.WriteLine(
                $"{"import of the workforce file, whole process", -44} {import.TotalMilliseconds, 7:0} ms"
            );
            await PrintAsync("with the whole workforce file", executable, () => data, Rollups);
            return 0;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static async Task PrintAsync(string name, string executable, Func<string> data, string query)
    {
        var first = new List<double>();
        var idle = new List<double>();
        var busy = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            await using var server = await PublishedServer.StartAsync(executable, data(), query);
            first.Add(server.FirstAnswer.TotalMilliseconds);
            idle.Add(server.ResidentMegabytes());
            for (var asked = 0; asked < QueriesBeforeWeighing; asked++)
            {
                await server.AskAsync(query);
            }

            busy.Add(server.ResidentMegabytes());
        }

        Console.WriteLine(
            $"{name, -44} {Median(first), 7:0} ms to the first answer, {Median(idle), 5:0} MB then, {Median(busy), 5:0} MB after {QueriesBeforeWeighing} more"
        );
    }

    private static string Fresh(string data)
    {
        if (Directory.Exists(data))
        {
            Directory.Delete(data, recursive: true);
        }

        return data;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
