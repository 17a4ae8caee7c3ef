using System.Collections.Immutable;

namespace RegionalNetwork.Domain.Publications;

/// <summary>All publications: an immutable read model, folded from their events.</summary>
public sealed class PublicationDirectory
{
    private readonly ImmutableSortedDictionary<string, Publication> _byId;

    private PublicationDirectory(ImmutableSortedDictionary<string, Publication> byId) => _byId = byId;

    public static PublicationDirectory Empty { get; } =
        new(ImmutableSortedDictionary.Create<string, Publication>(StringComparer.Ordinal));

    public static PublicationDirectory Of(IEnumerable<Publication> publications) =>
        new(publications.ToImmutableSortedDictionary(one => one.Id, one => one, StringComparer.Ordinal));

    /// <summary>Whether figures of any vintage are still arriving: then <see cref="All"/> is not all that there is.</summary>
    public bool IsArriving => _byId.Values.Any(publication => publication.IsArriving);

    /// <summary>Ordered by identifier. A publication whose first figures are still arriving is not among them.</summary>
    public IEnumerable<Publication> All => _byId.Values.Where(publication => publication.IsReadable);

    public Publication? Find(string id) => _byId.TryGetValue(id, out var found) && found.IsReadable ? found : null;

    public PublicationDirectory Apply(PublicationEvent happened)
    {
        var publication =
            _byId.GetValueOrDefault(happened.Publication) ?? new Publication(happened.Publication, KindOf(happened));
        return new(_byId.SetItem(happened.Publication, publication.Apply(happened)));
    }

    private static PublicationKind KindOf(PublicationEvent happened) =>
        happened is StatementsRecorded ? PublicationKind.Report : PublicationKind.DataSet;
}
