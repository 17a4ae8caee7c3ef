namespace RegionalNetwork.Domain.Neighbours;

/// <summary>
/// A model of statistical neighbours: for each council the councils most like it, as whoever made the model ranked them. Kept by
/// version and never computed here, so that a comparison can name what it was made with. Not symmetric.
/// </summary>
/// <param name="Version">Such as <c>2025</c>. The greatest, by character code, is the default.</param>
/// <param name="Edition">1 for the first file; each corrected one is the next, and takes the place of the one before.</param>
/// <param name="Sets">In order of council code, each council once.</param>
public sealed record NeighbourModel(
    string Version,
    int Edition,
    string Title,
    string Source,
    DateTimeOffset ImportedAt,
    IReadOnlyList<NeighbourSet> Sets
);

/// <param name="Council">Nine-character code.</param>
/// <param name="Neighbours">Closest first; at most <see cref="Limits.NeighboursPerCouncil"/>.</param>
public sealed record NeighbourSet(string Council, IReadOnlyList<Neighbour> Neighbours)
{
    internal bool SameAs(NeighbourSet other) => Council == other.Council && Neighbours.SequenceEqual(other.Neighbours);
}

/// <param name="Council">Nine-character code.</param>
/// <param name="Closeness">The model's own word, such as <c>Very close</c>; null where it has none.</param>
public sealed record Neighbour(string Council, string? Closeness);
