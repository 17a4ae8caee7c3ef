namespace RegionalNetwork.Faults.Tests.History;

/// <summary>One entry of the journal as it is when all is over.</summary>
/// <param name="Effect">Null for an entry that only accompanies another of the same command.</param>
internal sealed record Entry(long Position, string Grain, long Version, string CommandId, Effect? Effect, string Value);

/// <summary>All that happened, as clients saw it, and what the journal holds in the end.</summary>
/// <param name="Entries">By position.</param>
internal sealed record RecordedHistory(
    IReadOnlyList<Write> Writes,
    IReadOnlyList<Reading> Readings,
    IReadOnlyList<Entry> Entries
);

/// <summary>Something that must never be.</summary>
/// <param name="Check">Name of the promise that was broken.</param>
internal sealed record Violation(string Check, string What)
{
    public override string ToString() => $"{Check}: {What}";
}
