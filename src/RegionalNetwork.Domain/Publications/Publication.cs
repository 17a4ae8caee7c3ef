using System.Collections.Immutable;

namespace RegionalNetwork.Domain.Publications;

/// <summary>A publication as readers see it. Every vintage and edition remains readable; the last is current.</summary>
public sealed record Publication
{
    internal Publication(string id, PublicationKind kind) => (Id, Kind) = (id, kind);

    /// <summary>A publication of which nothing is arriving.</summary>
    /// <param name="vintages">Oldest first, as are <paramref name="editions"/>.</param>
    public static Publication Of(
        string id,
        PublicationKind kind,
        IEnumerable<Vintage> vintages,
        IEnumerable<StatementsRecorded> editions
    ) => new(id, kind) { Vintages = [.. vintages], Editions = [.. editions] };

    public string Id { get; }

    public PublicationKind Kind { get; }

    /// <summary>Of the current vintage or edition.</summary>
    public string Title => Current?.Title ?? CurrentEdition?.Title ?? Id;

    /// <summary>Oldest first; empty for a report.</summary>
    public ImmutableArray<Vintage> Vintages { get; private init; } = [];

    /// <summary>Oldest first; empty for a data set.</summary>
    public ImmutableArray<StatementsRecorded> Editions { get; private init; } = [];

    public Vintage? Current => Vintages.IsEmpty ? null : Vintages[^1];

    public StatementsRecorded? CurrentEdition => Editions.IsEmpty ? null : Editions[^1];

    /// <summary>False while the figures of the first vintage are still arriving.</summary>
    public bool IsReadable => !Vintages.IsEmpty || !Editions.IsEmpty;

    internal VintageAssembly? Arriving { get; private init; }

    /// <summary>Whether figures of a further vintage are still arriving.</summary>
    public bool IsArriving => Arriving is not null;

    public Vintage? FindVintage(int number) => Vintages.FirstOrDefault(vintage => vintage.Number == number);

    internal Publication Apply(PublicationEvent happened) =>
        happened switch
        {
            VintageImported imported => this with { Arriving = VintageAssembly.Begin(imported) },
            FiguresRecorded chunk => WithRows(chunk),
            StatementsRecorded recorded => this with { Editions = Editions.Add(recorded) },
            _ => throw new InvalidOperationException(
                $"A publication does not know the event {happened.GetType().Name}."
            ),
        };

    private Publication WithRows(FiguresRecorded chunk)
    {
        var arriving =
            Arriving?.With(chunk)
            ?? throw new InvalidOperationException(
                $"The journal has rows of {Id} vintage {chunk.Vintage} without its structure."
            );
        return arriving.IsComplete
            ? this with
            {
                Vintages = Vintages.Add(arriving.Build()),
                Arriving = null,
            }
            : this with
            {
                Arriving = arriving,
            };
    }
}
