using RegionalNetwork.Domain.Workstreams;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Faults.Tests.History;
using RegionalNetwork.Server.Journal;

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
