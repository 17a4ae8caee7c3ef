using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Performance.Day;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Tests.Running;
using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Performance.Reports;

/// <summary>
/// A day in the life of England at rising rates: one node on SQLite, one and three on PostgreSQL. It fails where an answer is wrong or
/// an acknowledged write is not there afterwards; no speed passes or fails.
/// </summary>
internal static class DayReport
{
    /// <summary>In the busiest hour everybody is there, and does something this often.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(30);

    /// <summary>Requests a second of that hour.</summary>
    private static readonly double England = DayPeople.Count / Between.TotalSeconds;

    private const int SubscriptionsWeighed = 1_500;

    /// <summary>Until the runtime has compiled for good what is asked for most.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan CostStep = TimeSpan.FromSeconds(3);

    /// <summary>Enough of each kind that a processor's time can be told from the clock's steps.</summary>
    private const double CostTimes = 3;

    /// <summary>The service makes eight at once.</summary>
    private const double FilesPerSecond = 20;

    private const double FirstTimes = 2;
    private const double Rise = 1.5;
    private const int StepsMax = 9;

    public static async Task<int> PrintAsync(ReadOnlyMemory<string> arguments)
    {
        var (options, fault) = DayOptions.Read(arguments.Span);
        if (options is null)
        {
            await Console.Error.WriteLineAsync(fault);
            return 2;
        }

        Console.WriteLine(
            $"Seed {options.Seed}; {Environment.ProcessorCount} processors for servers, database and generator together. "
                + $"1x: {DayPeople.Count:N0} people, each doing something every {Between.TotalSeconds:0} s, {England:0} requests a second."
        );
        Console.WriteLine(
            "Times in ms from when a request was to be sent to the end of its answer: half / 95 / 99 / 99.9 of 100 / longest. "
                + "Processors: nodes + database + generator. Memory in MB: nodes, database."
        );
        var isFine = true;
        if (options.Nodes is null or 1)
        {
            await using var place = await DayPlace.StartOnSqliteAsync(options.Seed);
            isFine &= await PrintAsync("1 node, SQLite", place, options);
        }

        foreach (var nodes in options.Nodes is { } only ? [only] : (int[])[1, 3])
        {
            await using var place = await DayPlace.TryStartOnPostgreSqlAsync(nodes, options.Seed);
            if (place is null)
            {
                Console.WriteLine(PostgreSqlServer.Missing);
                break;
            }

            isFine &= await PrintAsync($"{nodes} node{(nodes > 1 ? "s" : "")}, PostgreSQL", place, options);
        }

        await PrintJournalsAsync();
        return isFine ? 0 : 1;
    }

    private static async Task<bool> PrintAsync(string name, DayPlace place, DayOptions options)
    {
        Console.WriteLine();
        Console.WriteLine($"== {name}: {place.Used().Nodes.ResidentBytes / 1e6:0} MB before the first request");
        await using var garbage = new GarbageCounters([.. place.Servers.Select(server => server.Id)]);
        await using var run = await DayRun.StartAsync(place, options);
        // First, as long as the heap has no room left over from other work.
        await PrintSubscriptionsAsync(run, place);
        await run.StepAsync(DayPart.Morning, England * CostTimes, WarmUp);
        await run.StepAsync(DayPart.Deadline, England * CostTimes, WarmUp);
        garbage.Take();

        foreach (var part in (DayPart[])[DayPart.Morning, DayPart.Deadline, DayPart.Evening])
        {
            Print(part.Name, await run.StepAsync(part, England, options.Step), garbage);
        }

        Console.WriteLine(
            $"the round compiled with what was released: {(await run.CompileAsync()).TotalMilliseconds:0} ms"
        );
        foreach (var kind in Enum.GetValues<DayKind>())
        {
            var rate = kind == DayKind.Export ? FilesPerSecond : England * CostTimes;
            var step = await run.StepAsync(DayPart.Only(kind), rate, CostStep);
            Console.WriteLine(
                $"{kind, -18} {step.Cost.TotalMicroseconds, 6:0} us of a processor, {1 / step.Cost.TotalSeconds, 6:0} for each processor in a second"
            );
        }

        garbage.Take();
        var times = FirstTimes;
        for (var i = 0; i < StepsMax; i++, times *= Rise)
        {
            var step = await run.StepAsync(DayPart.Deadline, England * times, options.Step);
            Print($"deadline, {times:0.#}x", step, garbage);
            if (step.IsSaturated)
            {
                Console.WriteLine("Saturated: it did not keep up, or one in a hundred waited longer than a second.");
                break;
            }
        }

        return Print(run, await run.EndAsync());
    }

    private static async Task PrintSubscriptionsAsync(DayRun run, DayPlace place)
    {
        var before = place.Used().Nodes.ResidentBytes;
        await using var more = new DaySubscribers();
        await more.StartAsync(run.Work.People, place.Nodes, SubscriptionsWeighed);
        Console.WriteLine(
            $"{SubscriptionsWeighed} subscriptions more: {(place.Used().Nodes.ResidentBytes - before) / 1e3 / SubscriptionsWeighed:0.0} KB of memory for each"
        );
    }

    private static void Print(string name, DayStep step, GarbageCounters garbage)
    {
        var record = step.Record;
        var late = StepRecord.Percentile(record.Late, 50);
        Console.WriteLine(
            $"{name}: {record.Offered:0}/s offered, {record.Achieved:0}/s answered, {record.NotSent} not sent, {record.Refused} asked to come again; "
                + $"processors {step.Processors(step.Nodes.Cpu):0.00} ({step.Nodes.Kernel / step.Nodes.Cpu:P0} in the kernel) + {step.Processors(step.Database.Cpu):0.00} + {step.Processors(step.Generator.Cpu):0.00}, others {step.Processors(step.Others):0.00}; "
                + $"memory {step.Nodes.ResidentBytes / 1e6:0}, {step.Database.ResidentBytes / 1e6:0}; {garbage.Take()}; generator late by {late:0.0} ms"
        );
        foreach (var (kind, times) in record.Times)
        {
            double[] marks = [.. new[] { 50, 95, 99, 99.9, 100 }.Select(mark => StepRecord.Percentile(times, mark))];
            Console.WriteLine(
                $"    {kind, -6} {times.TotalCount, 6}: {string.Join(" / ", marks.Select(mark => $"{mark:0.0}"))}"
            );
        }
    }

    private static bool Print(DayRun run, DayEnd end)
    {
        Console.WriteLine(
            $"{run.Answered:N0} answers. Read back: {end.InJournal:N0} acknowledged writes in the journal, {end.AtNodes:N0} things at the nodes; "
                + $"{end.Lost.Count} lost. Told to subscribers: {end.Told.TotalCount} changes, half within {StepRecord.Percentile(end.Told, 50):0.0} ms."
        );
        foreach (var fault in run.Faults.Concat(end.Lost.Take(10)))
        {
            Console.WriteLine($"WRONG: {fault}");
        }

        return run.Faults.Count + end.Lost.Count == 0;
    }

    private static async Task PrintJournalsAsync()
    {
        Console.WriteLine();
        using var folder = new TemporaryFolder();
        await using (var file = JournalPlace.In(folder.Info).Open())
        {
            Console.WriteLine($"Appends alone, SQLite: {await JournalSpeed.MeasureAsync([file]):0} a second");
        }

        if (await PostgreSqlServer.TryStartAsync() is not { } server)
        {
            return;
        }

        await using var database = server;
        foreach (var nodes in (int[])[1, 3])
        {
            var place = new JournalPlace(folder.Info, await database.NewDatabaseAsync());
            IJournal[] journals = [.. Enumerable.Range(0, nodes).Select(_ => place.Open())];
            Console.WriteLine(
                $"Appends alone, PostgreSQL, {nodes} of its nodes: {await JournalSpeed.MeasureAsync(journals):0} a second"
            );
            foreach (var journal in journals)
            {
                await journal.DisposeAsync();
            }
        }
    }
}
