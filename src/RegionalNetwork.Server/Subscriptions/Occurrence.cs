using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.Server.Subscriptions;

/// <summary>An event of a subscription: what has happened, with its place in the journal.</summary>
internal abstract record Occurrence(JournalPosition At, DateTimeOffset RecordedAt)
{
    public string Position => At.ToString();
}
