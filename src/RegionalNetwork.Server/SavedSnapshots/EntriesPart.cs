using RegionalNetwork.EventSourcing;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Journal;

namespace RegionalNetwork.Server.SavedSnapshots;

/// <summary>
/// The entries of everything else, in a saved snapshot, in the journal's order. They are few beside the figures, and their fold is short.
/// </summary>
internal static class EntriesPart
{
    private const long End = 0;

    public static async Task WriteAsync(
        SnapshotWriter saved,
        IJournal journal,
        JournalPosition end,
        CancellationToken cancellation
    )
    {
        for (var at = JournalPosition.Start; at < end; )
        {
            var page = await journal.ReadAllAsync(at, Limits.ReadEntries, cancellation);
            foreach (var entry in page.TakeWhile(entry => entry.Position <= end))
            {
                if (entry.Stream.Category is not (StreamCategories.Return or StreamCategories.Publication))
                {
                    Write(saved, entry);
                }
            }

            at = page[^1].Position;
        }

        saved.Write(End);
    }

    /// <summary>Page by page, as a journal is read.</summary>
    public static IEnumerable<IReadOnlyList<JournalEntry>> Read(SnapshotReader saved)
    {
        var page = new List<JournalEntry>();
        while (saved.ReadNumber() is not End and var position)
        {
            page.Add(ReadEntry(saved, new JournalPosition(position)));
            if (page.Count == Limits.ReadEntries)
            {
                yield return page;
                page = [];
            }
        }

        yield return page;
    }

    private static void Write(SnapshotWriter saved, JournalEntry entry)
    {
        saved.Write(entry.Position.Value);
        saved.Write(entry.Stream.Category);
        saved.Write(entry.Stream.Key);
        saved.Write(entry.Version.Value);
        saved.Write(entry.Type);
        saved.Write(entry.Payload.Span);
        saved.Write(entry.CommandId);
        saved.Write(entry.Actor);
        saved.Write(entry.RecordedAt.UtcTicks);
    }

    private static JournalEntry ReadEntry(SnapshotReader saved, JournalPosition position) =>
        new(
            position,
            new StreamId(saved.ReadText(), saved.ReadText()),
            new StreamVersion(saved.ReadNumber()),
            saved.ReadText(),
            saved.ReadBytes(),
            saved.ReadText(),
            saved.ReadText(),
            new DateTimeOffset(saved.ReadNumber(), TimeSpan.Zero)
        );
}
