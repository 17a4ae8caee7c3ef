using RegionalNetwork.Domain.Publications;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Journal;

namespace RegionalNetwork.Server.Subscriptions;

/// <summary>
/// Puts together the entries of one import, which is one atomic append: a vintage's structure and its rows. Only one entry of
/// each is decoded, since the rows may be megabytes.
/// </summary>
/// <param name="publication">Null for all.</param>
internal sealed class ArrivalReader(IJournal journal, string? publication)
{
    private JournalEntry? _first;
    private JournalEntry? _last;

    /// <summary>Takes the entries of the journal in order, all of them.</summary>
    /// <returns>What has become complete with this entry: at most one that ended before it, and one that ends with it.</returns>
    public IEnumerable<FiguresReceived> Read(JournalEntry entry)
    {
        if (_first is not null && (entry.Stream != _first.Stream || entry.CommandId != _first.CommandId))
        {
            yield return Complete();
        }

        if (entry.Stream.Category == StreamCategories.Publication && IsWanted(entry.Stream.Key))
        {
            _first ??= entry;
            _last = entry;
        }

        // An append becomes visible as a whole: at the end of the journal, nothing more of it is to come.
        if (_first is not null && entry.Position >= journal.Head)
        {
            yield return Complete();
        }
    }

    private bool IsWanted(string key) => publication is null || publication == key;

    private FiguresReceived Complete()
    {
        var (first, last) = (_first!, _last!);
        (_first, _last) = (null, null);
        return EventRegistries.Publications.Decode(first) switch
        {
            VintageImported imported => Vintage(imported.Vintage),
            // The reader began in the midst of an import.
            FiguresRecorded rows => Vintage(rows.Vintage),
            StatementsRecorded recorded => new EditionReceived(
                last.Position,
                last.RecordedAt,
                recorded.Publication,
                recorded.Edition
            ),
            var other => throw new InvalidOperationException($"{other.GetType().Name} brings no figures."),
        };

        VintageReceived Vintage(int number) => new(last.Position, last.RecordedAt, first.Stream.Key, number);
    }
}
