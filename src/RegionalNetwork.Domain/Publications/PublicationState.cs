namespace RegionalNetwork.Domain.Publications;

/// <summary>Whether a publication is a data set with vintages or a narrative report with editions; it never changes.</summary>
public enum PublicationKind
{
    DataSet,
    Report,
}

/// <summary>What the publication grain remembers: numbers and hashes, never figures.</summary>
/// <param name="Kind">Null until the first import.</param>
/// <param name="Council">ONS code of the council whose report it is, if one's.</param>
/// <param name="Latest">Number of the latest vintage or edition; 0 before the first.</param>
/// <param name="CurrentHash">Content hash of the latest vintage or edition.</param>
public sealed record PublicationState(PublicationKind? Kind, string? Council, int Latest, string? CurrentHash)
{
    public static PublicationState Initial { get; } = new(null, null, 0, null);

    public PublicationState Evolve(PublicationEvent happened) =>
        happened switch
        {
            VintageImported imported => new(PublicationKind.DataSet, null, imported.Vintage, imported.ContentHash),
            FiguresRecorded => this,
            StatementsRecorded recorded => new(
                PublicationKind.Report,
                recorded.Council,
                recorded.Edition,
                recorded.ContentHash
            ),
            _ => throw new InvalidOperationException(
                $"A publication does not know the event {happened.GetType().Name}."
            ),
        };
}
