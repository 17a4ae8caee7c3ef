using System.Diagnostics;
using HdrHistogram;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Performance.Day;

/// <summary>A day at one place: its steps, one after the other, and at the end whether anything was lost.</summary>
internal sealed class DayRun : IAsyncDisposable
{
    private readonly DayPlace _place;
    private readonly DayOptions _options;
    private readonly DaySubscribers _subscribers = new();
    private int _steps;

    private DayRun(DayPlace place, DayOptions options)
    {
        (_place, _options) = (place, options);
        Work = new DayWork(new DayPeople(DevelopmentKey.Of(place.Data), options.Seed), place.Nodes, options.Seed);
    }

    public DayWork Work { get; }

    /// <summary>Requests that were answered well, of all steps.</summary>
    public int Answered { get; private set; }

    /// <summary>What went wrong, in all steps.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Subscribes everybody who keeps a page open.</summary>
    public static async Task<DayRun> StartAsync(DayPlace place, DayOptions options)
    {
        var run = new DayRun(place, options);
        try
        {
            await run._subscribers.StartAsync(run.Work.People, place.Nodes);
            return run;
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }
    }

    /// <summary>One part of the day at one rate.</summary>
    public async Task<DayStep> StepAsync(DayPart part, double perSecond, TimeSpan duration)
    {
        var (nodesBefore, databaseBefore) = _place.Used();
        var (ownBefore, allBefore) = (ProcessUse.Of(Environment.ProcessId), ProcessUse.OfMachine());
        var record = await Work.RunAsync(part, perSecond, duration, unchecked(_options.Seed + ++_steps));
        var (nodes, database) = _place.Used();
        var (own, all) = (ProcessUse.Of(Environment.ProcessId), ProcessUse.OfMachine());
        Answered += record.Answered;
        Faults.AddRange(record.Faults.Select(fault => $"{part.Name} at {perSecond:0}/s: {fault.Value} x {fault.Key}"));
        (nodes, database, own) = (nodes.Since(nodesBefore), database.Since(databaseBefore), own.Since(ownBefore));
        var others = all - allBefore - nodes.Cpu - database.Cpu - own.Cpu;
        return new DayStep(record, duration, nodes, database, own, others);
    }

    /// <summary>The national office compiles what was released, once.</summary>
    public async Task<TimeSpan> CompileAsync()
    {
        var began = Stopwatch.GetTimestamp();
        if (await Work.CompileAsync(++_steps) is { } fault)
        {
            Faults.Add($"compile: {fault}");
        }

        return Stopwatch.GetElapsedTime(began);
    }

    /// <summary>Reads back all that was acknowledged, here, there and in the journal, and what subscribers were told.</summary>
    public async Task<DayEnd> EndAsync()
    {
        var (told, untold) = await _subscribers.TimesAsync(Work.Acknowledged);
        if (untold + _subscribers.ToldTwice > 0)
        {
            Faults.Add($"{untold} changes were not told to their subscriber, {_subscribers.ToldTwice} twice");
        }

        var (atNodes, lostAtNodes) = await ReadBack.FromNodesAsync(Work);
        await using var journal = _place.OpenJournal();
        var (inJournal, lostInJournal) = await ReadBack.FromJournalAsync(journal, Work.Acknowledged);
        return new DayEnd(inJournal, atNodes, [.. lostInJournal, .. lostAtNodes], told);
    }

    public async ValueTask DisposeAsync()
    {
        await _subscribers.DisposeAsync();
        Work.Dispose();
    }
}

/// <summary>What one step came to.</summary>
/// <param name="Nodes">Processor time during the step, of all nodes together, and their memory after it.</param>
/// <param name="Database">The same of PostgreSQL; nothing where the journal is a file.</param>
/// <param name="Generator">The same of this process, which sends and reads on the same processors.</param>
/// <param name="Others">Processor time of everything else on the machine meanwhile.</param>
internal sealed record DayStep(
    StepRecord Record,
    TimeSpan Duration,
    ProcessUse Nodes,
    ProcessUse Database,
    ProcessUse Generator,
    TimeSpan Others
)
{
    /// <summary>The last answers may come this much after the end of a step that kept up.</summary>
    private const double Overrun = 0.05;

    /// <summary>So long do people wait who should not.</summary>
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(1);

    /// <summary>It did not keep up, or one in a hundred waited longer than a second.</summary>
    public bool IsSaturated =>
        Record.NotSent > 0
        || Record.Elapsed > (Duration * (1 + Overrun)) + WaitMax
        || Record.Times.Any(each => StepRecord.Percentile(each.Times, 99) > WaitMax.TotalMilliseconds);

    /// <summary>Processors that they kept busy.</summary>
    public double Processors(TimeSpan time) => time / Record.Elapsed;

    /// <summary>Processor time of nodes and database for one request.</summary>
    public TimeSpan Cost => (Nodes.Cpu + Database.Cpu) / Math.Max(1, Record.Answered);
}

/// <summary>How the day ended.</summary>
/// <param name="InJournal">Acknowledged writes that were looked for in the journal.</param>
/// <param name="AtNodes">Things that were read again, at each node.</param>
/// <param name="Lost">A sentence for each of those that was not as it should be.</param>
/// <param name="Told">How long after a change was to be sent its subscriber had it.</param>
internal sealed record DayEnd(int InJournal, int AtNodes, IReadOnlyList<string> Lost, HistogramBase Told);
