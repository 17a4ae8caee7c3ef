namespace RegionalNetwork.Faults.Tests.History;

/// <summary>What one client read of one grain on one node, all from one snapshot.</summary>
/// <param name="Position">The position that the answer says it reflects.</param>
/// <param name="AtLeast">
/// The position that the node had promised to this client: of its own writes there, and of any position that it asked the node to
/// have reached.
/// </param>
/// <param name="Seen">Null where the grain was not there.</param>
internal sealed record Reading(
    int Client,
    int Node,
    string Grain,
    long Invoked,
    long Completed,
    long Position,
    long AtLeast,
    GrainValue? Seen
);

/// <summary>What a grain holds.</summary>
internal sealed record GrainValue(string Title, IReadOnlyList<string> Actions, bool IsClosed)
{
    public bool Equals(GrainValue? other) =>
        other is not null
        && Title == other.Title
        && IsClosed == other.IsClosed
        && Actions.SequenceEqual(other.Actions, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Title, Actions.Count, IsClosed);

    public override string ToString() => $"'{Title}', {Actions.Count} actions{(IsClosed ? ", closed" : "")}";
}
