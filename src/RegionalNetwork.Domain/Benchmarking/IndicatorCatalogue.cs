using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>All indicators that the service knows, and the meaning of any column of a publication that none of them names.</summary>
public sealed class IndicatorCatalogue(IReadOnlyList<IndicatorCollection> collections)
{
    /// <summary>Words in a column name that say its values are rates, averages or bounds: adding them up would be nonsense.</summary>
    private static readonly string[] WordsOfRates =
    [
        "rate",
        "percent",
        "percentage",
        "pct",
        "pt",
        "share",
        "proportion",
        "ratio",
        "avg",
        "average",
        "mean",
        "median",
        "score",
        "per",
        "ci",
        "caseload",
    ];

    private readonly Dictionary<string, IndicatorDefinition> _byCode = collections
        .SelectMany(collection => collection.Indicators)
        .ToDictionary(definition => definition.Code, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<IndicatorCollection> Collections { get; } = collections;

    /// <summary>Those collections that are published files.</summary>
    public IReadOnlyList<PublicationMapping> Mappings { get; } = [.. collections.OfType<PublicationMapping>()];

    /// <summary>The entry with this code, also where there are no figures yet; null for a column that no entry names.</summary>
    public IndicatorDefinition? FindByCode(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The mapping of the publication that a file with these columns is of, or null.</summary>
    public PublicationMapping? Recognise(IReadOnlyList<string> columns) =>
        Mappings.FirstOrDefault(mapping => mapping.Recognises(columns));

    public IndicatorCollection? FindCollection(string slug) =>
        Collections.FirstOrDefault(collection => collection.Slug == slug);

    public PublicationMapping? Find(string publication) =>
        Mappings.FirstOrDefault(mapping => mapping.Publication.Slug == publication);

    /// <summary>The indicators of a vintage: those that the mapping defines and the file has columns for, in the mapping's order,
    /// then every column that none of them shows, in the file's order.</summary>
    public IReadOnlyList<IndicatorDefinition> DefinitionsFor(Vintage vintage)
    {
        var mapped =
            Find(vintage.Publication)?.Indicators.Where(definition => HasColumns(definition, vintage)).ToArray() ?? [];
        var shown = mapped
            .Where(definition => definition is { Published: not null, IsPinned: false })
            .Select(definition => vintage.FindIndicator(definition.Published!))
            .ToHashSet();
        return [.. mapped, .. vintage.Indicators.Where((_, index) => !shown.Contains(index)).Select(Plain)];

        IndicatorDefinition Plain(IndicatorColumn column) => PlainDefinition(vintage, column);
    }

    private static bool HasColumns(IndicatorDefinition definition, Vintage vintage) =>
        definition.AddsUp
        && vintage.FindIndicator(definition.Numerator!) >= 0
        && (definition.Denominator is null || vintage.FindIndicator(definition.Denominator) >= 0)
        && (!definition.IsPinned || PinnedSlices.Find(definition, vintage) is not null);

    private static IndicatorDefinition PlainDefinition(Vintage vintage, IndicatorColumn column)
    {
        var adds = AddsUp(column);
        return new IndicatorDefinition(
            Code: $"{vintage.Publication}.{column.Column}",
            Collection: vintage.Publication,
            Label: column.Label,
            Definition: "",
            Unit: column.Unit,
            DecimalPlaces: column.DecimalPlaces,
            Polarity: Polarity.Neutral,
            Formula: adds ? FormulaKind.Count : FormulaKind.PublishedOnly,
            Numerator: adds ? column.Column : null,
            Denominator: null,
            Published: column.Column,
            WorkingDays: null,
            Source: vintage.Title
        );
    }

    /// <summary>Cautious: a count taken for a rate is merely not added up, a rate taken for a count would be a false total.</summary>
    private static bool AddsUp(IndicatorColumn column) =>
        column.Unit is "" or "£" or "£m"
        && !column.Column.Contains('%')
        && !column
            .Column.Split('_', '-', ' ')
            .Any(word => WordsOfRates.Contains(word, StringComparer.OrdinalIgnoreCase));
}
