using System.Collections.Immutable;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>The benchmarks of every vintage of every publication. Immutable; a new directory shares, with their computed columns,
/// all vintages that the old one had.</summary>
public sealed class BenchmarkDirectory
{
    private readonly CouncilRegister _register;
    private readonly ImmutableSortedDictionary<string, ImmutableArray<VintageBenchmarks>> _byPublication;

    public BenchmarkDirectory(IndicatorCatalogue catalogue, CouncilRegister register)
        : this(
            catalogue,
            register,
            ImmutableSortedDictionary.Create<string, ImmutableArray<VintageBenchmarks>>(StringComparer.Ordinal)
        ) { }

    private BenchmarkDirectory(
        IndicatorCatalogue catalogue,
        CouncilRegister register,
        ImmutableSortedDictionary<string, ImmutableArray<VintageBenchmarks>> byPublication
    )
    {
        Catalogue = catalogue;
        _register = register;
        _byPublication = byPublication;
    }

    /// <summary>All that is defined, also what no publication has figures for.</summary>
    public IndicatorCatalogue Catalogue { get; }

    public IEnumerable<string> Publications => _byPublication.Keys;

    /// <summary>Oldest first; the last is current. Empty for an unknown publication.</summary>
    public ImmutableArray<VintageBenchmarks> VintagesOf(string publication) =>
        _byPublication.TryGetValue(publication, out var vintages) ? vintages : [];

    /// <summary>The benchmarks of the current vintage, or null.</summary>
    public VintageBenchmarks? Current(string publication) =>
        VintagesOf(publication) is { IsEmpty: false } all ? all[^1] : null;

    /// <summary>The current benchmarks of the publication that has this indicator, or null.</summary>
    public VintageBenchmarks? FindByIndicator(string code) =>
        _byPublication
            .Values.Select(vintages => vintages[^1])
            .FirstOrDefault(vintage => vintage.FindIndicator(code) >= 0);

    /// <summary>Takes in one publication as it is now. Cheap where nothing of it is new.</summary>
    public BenchmarkDirectory With(Publication publication)
    {
        var known = VintagesOf(publication.Id);
        if (publication.Vintages.Length == known.Length)
        {
            return this;
        }
        // Vintages only ever join at the end.
        var added = publication
            .Vintages.Skip(known.Length)
            .Select(vintage => new VintageBenchmarks(vintage, Catalogue, _register));
        return new(Catalogue, _register, _byPublication.SetItem(publication.Id, [.. known, .. added]));
    }
}
