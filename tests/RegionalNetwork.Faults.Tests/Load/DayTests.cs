using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Performance.Day;

namespace RegionalNetwork.Faults.Tests.Load;

/// <summary>The short form of <c>tests/RegionalNetwork.Performance -- day</c>: a few seconds of the afternoon, at one node.</summary>
public sealed class DayTests(ITestOutputHelper output)
{
    private const double PerSecond = 100;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(3);
    private static readonly DayOptions Options = DayOptions.Default;

    [Fact]
    public async Task Everybody_is_answered_and_nothing_acknowledged_is_lost()
    {
        await using var place = await DayPlace.StartOnSqliteAsync(Options.Seed);
        await using var run = await DayRun.StartAsync(place, Options);
        var step = await run.StepAsync(DayPart.Deadline, PerSecond, Duration);
        await run.CompileAsync();
        var end = await run.EndAsync();
        output.WriteLine(
            $"Seed {Options.Seed}: {step.Record.Answered} of {step.Record.Due} requests answered, {step.Record.Refused} asked to come again; "
                + $"{end.InJournal} acknowledged writes found in the journal, {end.AtNodes} things read back, {end.Told.TotalCount} changes told."
        );
        Assert.Empty(run.Faults);
        Assert.Empty(end.Lost);
        Assert.Equal(step.Record.Due, step.Record.Answered + step.Record.Refused);
        Assert.True(end.InJournal > 20 && end.AtNodes > 20, $"{end.InJournal}, {end.AtNodes}");

        // What nobody wrote is missed, or the check would be worth nothing.
        run.Work.Acknowledged.Add(
            new Acknowledgement(DayKind.RevisePriority, "never-sent", new JournalPosition(1), Due: 0)
        );
        run.Work.Acknowledged.AddUpload("E08000031", new JournalPosition(1));
        run.Work.Writes.Written.First().Text = "Never written";
        Assert.Equal(3, (await run.EndAsync()).Lost.Count);
    }

    /// <summary>A client that waits for each answer before it sends the next would see twenty milliseconds each time.</summary>
    [Fact]
    public async Task Waiting_counts_from_when_a_request_was_to_be_sent()
    {
        using var onlyOne = new SemaphoreSlim(1);
        var record = await OpenLoop.RunAsync(
            PerSecond,
            TimeSpan.FromSeconds(1),
            Options.Seed,
            async (_, _, _) =>
            {
                await onlyOne.WaitAsync();
                await Task.Delay(TimeSpan.FromMilliseconds(20));
                onlyOne.Release();
                return new Done(DayClass.Read, Fault: null);
            }
        );
        Assert.Equal(record.Due, record.Answered);
        Assert.InRange(StepRecord.Percentile(Assert.Single(record.Times).Times, 99), 500, 30_000);
    }

    [Theory]
    [InlineData("--nodes", "2")]
    [InlineData("--seconds", "0")]
    [InlineData("--seed")]
    [InlineData("--speed", "1")]
    public void Option_that_is_none_is_named(params string[] arguments)
    {
        var (options, fault) = DayOptions.Read(arguments);
        Assert.Null(options);
        Assert.Contains(arguments[0], fault, StringComparison.Ordinal);
    }
}
