using RegionalNetwork.Domain.Returns;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Journal;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Auditing;

/// <summary>Who changed what is a council's own: entries of its stream and of its returns' streams, in the journal's order.</summary>
internal static class CouncilChanges
{
    /// <summary>Entries of one stream that are read at a time.</summary>
    private const int ReadEntries = 64;

    /// <param name="council">Nine-character code.</param>
    /// <param name="after">Position of the last entry that is known; 0 for none.</param>
    /// <param name="entriesMax">How many at most.</param>
    public static async Task<IReadOnlyList<JournalEntry>> ReadAsync(
        NetworkRequest request,
        string council,
        long after,
        int entriesMax,
        CancellationToken cancellation
    )
    {
        StreamId[] streams =
        [
            new(StreamCategories.Council, council),
            .. request.Snapshot.Returns.OfUnit(council).Where(request.Sees).Select(StreamOf),
        ];
        var entries = new List<JournalEntry>();
        foreach (var stream in streams)
        {
            entries.AddRange(await ReadAsync(request.Host.Journal, stream, after, entriesMax, cancellation));
        }

        return [.. entries.OrderBy(entry => entry.Position.Value).Take(entriesMax)];
    }

    /// <summary>The first entries of a stream after a position.</summary>
    private static async Task<List<JournalEntry>> ReadAsync(
        IJournal journal,
        StreamId stream,
        long after,
        int entriesMax,
        CancellationToken cancellation
    )
    {
        var found = new List<JournalEntry>();
        var version = new StreamVersion(0);
        while (
            found.Count < entriesMax
            && await journal.ReadStreamAsync(stream, version, ReadEntries, cancellation) is { Count: > 0 } page
        )
        {
            found.AddRange(page.Where(entry => entry.Position.Value > after).Take(entriesMax - found.Count));
            version = page[^1].Version;
        }

        return found;
    }

    private static StreamId StreamOf(CouncilReturn one) => new(StreamCategories.Return, one.Key.ToString());
}
