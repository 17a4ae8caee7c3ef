namespace RegionalNetwork.Domain.Neighbours;

/// <summary>What happens to a neighbour model.</summary>
public abstract record NeighbourEvent;

/// <param name="Sets">All of them: an edition takes the place of the one before as a whole.</param>
public sealed record NeighboursImported(
    string Model,
    int Edition,
    string Title,
    string Source,
    DateTimeOffset ImportedAt,
    IReadOnlyList<NeighbourSet> Sets
) : NeighbourEvent;
