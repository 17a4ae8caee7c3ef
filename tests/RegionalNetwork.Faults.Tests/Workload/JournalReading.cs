using RegionalNetwork.Domain.Workstreams;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.PostgreSql;
using RegionalNetwork.Faults.Tests.Cluster;
using RegionalNetwork.Faults.Tests.History;
using RegionalNetwork.Server.Journal;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Faults.Tests.Workload;

/// <summary>The journal itself as the checker judges it.</summary>
internal static class JournalReading
{
    public static async Task<IReadOnlyList<Entry>> OfAsync(IJournal journal)
    {
        var entries = new List<Entry>();
        while (
            await journal.ReadAllAsync(new JournalPosition(entries.Count), EventSourcing.Limits.ReadEntries)
                is { Count: > 0 } page
        )
        {
            entries.AddRange(page.Select(Of));
        }

        return entries;
    }

    /// <summary>Every node reads everything once more and is stopped; then the journal itself is verified and read.</summary>
    /// <param name="database">Connection string of the journal.</param>
    public static async Task<RecordedHistory> EndAsync(
        IReadOnlyList<Node> nodes,
        string database,
        Clients clients,
        HistoryRecorder recorder
    )
    {
        await using var journal = PostgreSqlJournal.Open(PostgreSqlJournalOptions.At(database), TimeProvider.System);
        await clients.ReadAllAsync(journal.Head.Value);
        foreach (var node in nodes)
        {
            await node.StopAsync();
        }

        var verified = await CommandLineRun.OfAsync("verify", "--data", nodes[0].Data.FullName, "--journal", database);
        Assert.True(verified.ExitCode == 0, verified.Error);
        return recorder.With(await OfAsync(journal));
    }

    private static Entry Of(JournalEntry entry)
    {
        var (effect, value) = EventRegistries.Workstreams.Decode(entry) switch
        {
            WorkstreamCreated created => (Effect.Create, created.Details.Title),
            WorkstreamRevised revised => (Effect.Replace, revised.Details.Title),
            ActionAdded added => (Effect.Append, added.Details.Title),
            WorkstreamStatusChanged { Status: WorkstreamStatus.Closed } => (Effect.Close, ""),
            _ => ((Effect?)null, ""),
        };
        return new Entry(entry.Position.Value, entry.Stream.Key, entry.Version.Value, entry.CommandId, effect, value);
    }
}
