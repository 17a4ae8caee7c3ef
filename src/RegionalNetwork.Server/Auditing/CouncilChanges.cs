using RegionalNetwork.Domain.Returns;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Journal;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Auditing;

/// <summary>Who changed what is a council's own: entries of its stream and of its returns' streams, in the journal's order.</summary>
internal static class CouncilChanges
{
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
        foreach (var together in streams.Chunk(EventSourcing.Limits.ReadStreams))
        {
            entries.AddRange(await ReadAsync(request.Host.Journal, together, after, entriesMax, cancellation));
        }

        return [.. entries.OrderBy(entry => entry.Position.Value).Take(entriesMax)];
    }

    /// <summary>The first entries after a position: a read may end before it has as many, where their payloads are large.</summary>
    private static async Task<List<JournalEntry>> ReadAsync(
        IJournal journal,
        StreamId[] streams,
        long after,
        int entriesMax,
        CancellationToken cancellation
    )
    {
        var found = new List<JournalEntry>();
        var position = new JournalPosition(after);
        while (
            found.Count < entriesMax
            && await journal.ReadStreamsAsync(streams, position, entriesMax - found.Count, cancellation)
                is { Count: > 0 } page
        )
        {
            found.AddRange(page);
            position = page[^1].Position;
        }

        return found;
    }

    private static StreamId StreamOf(CouncilReturn one) => new(StreamCategories.Return, one.Key.ToString());
}
