using System.Diagnostics;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.PostgreSql;
using RegionalNetwork.EventSourcing.Journal.Sqlite;
using RegionalNetwork.Tests.PostgreSql;
using static RegionalNetwork.EventSourcing.Tests.Journal.Requests;

namespace RegionalNetwork.EventSourcing.Tests.Journal;

/// <summary>
/// How fast appends become durable on this machine, for information: what the disk does is no matter of right or wrong.
/// </summary>
public sealed class ThroughputTests(SharedPostgreSql shared) : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(1, 200)]
    [InlineData(8, 100)]
    [InlineData(64, 50)]
    public async Task Appenders_share_commits_and_lose_nothing(int appenders, int appendsEach)
    {
        await using var journal = SqliteJournal.Open(_directory.File("journal.sqlite"));
        await MeasureAsync("SQLite", journal, appenders, appendsEach);
    }

    [Theory]
    [InlineData(1, 200)]
    [InlineData(8, 100)]
    [InlineData(64, 50)]
    public async Task Appenders_to_a_server_share_commits_and_lose_nothing(int appenders, int appendsEach)
    {
        var options = PostgreSqlJournalOptions.At(await shared.NewDatabaseAsync());
        await using var journal = PostgreSqlJournal.Open(options, TimeProvider.System);
        await MeasureAsync("PostgreSQL", journal, appenders, appendsEach);
    }

    private static async Task MeasureAsync(string store, IJournal journal, int appenders, int appendsEach)
    {
        await journal.AppendAsync(Say(Alpha, 0, "warm", "up"), Token);

        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, appenders).Select(a => AppendAsync(journal, a, appendsEach)));
        var seconds = watch.Elapsed.TotalSeconds;

        var appends = appenders * appendsEach;
        Report($"{store}, {appenders} appenders: {appends / seconds:F0} durable appends/s");
        watch.Restart();
        var entries = await ReadToEndAsync(journal);
        Report($"{store}, {entries.Count} entries read at {entries.Count / watch.Elapsed.TotalSeconds:F0}/s");
        Assert.Equal(appends + 1, entries.Count);
    }

    private static void Report(string measured)
    {
        TestContext.Current.SendDiagnosticMessage(measured);
        TestContext.Current.TestOutputHelper?.WriteLine(measured);
    }

    private static async Task AppendAsync(IJournal journal, int appender, int count)
    {
        var stream = new StreamId("sample", $"s{appender}");
        for (var i = 0; i < count; i++)
        {
            Assert.IsType<AppendResult.Appended>(
                await journal.AppendAsync(Say(stream, i, $"c{i}", "a short text"), Token)
            );
        }
    }
}
