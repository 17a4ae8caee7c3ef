using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.Server.Subscriptions;

/// <summary>Figures that have come in.</summary>
/// <param name="At">Of the last entry that belongs to them: from there on they can be read.</param>
internal abstract record FiguresReceived(JournalPosition At, DateTimeOffset RecordedAt, string PublicationCode)
    : Occurrence(At, RecordedAt);

internal sealed record VintageReceived(
    JournalPosition At,
    DateTimeOffset RecordedAt,
    string PublicationCode,
    int Number
) : FiguresReceived(At, RecordedAt, PublicationCode);

internal sealed record EditionReceived(
    JournalPosition At,
    DateTimeOffset RecordedAt,
    string PublicationCode,
    int Number
) : FiguresReceived(At, RecordedAt, PublicationCode);
