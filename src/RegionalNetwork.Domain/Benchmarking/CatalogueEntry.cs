using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>What the catalogue says of an indicator beside its arithmetic.</summary>
/// <param name="NumeratorDescription">What the numerator counts, and what not, in plain English.</param>
/// <param name="DenominatorDescription">The same of the denominator; null where the formula has none.</param>
/// <param name="MethodVersion">Of the definition; figures of different versions compare only as <paramref name="SeriesBreaks"/>
/// allow.</param>
/// <param name="SeriesBreaks">Where the definition changed so that figures before and after do not compare, oldest first.</param>
/// <param name="SourceLink">Page with the definition or, where the wording is the network's own, the closest official one.</param>
/// <param name="Scale">Words of a judgement, worst first; null unless the formula is <see cref="FormulaKind.Ordinal"/>.</param>
public sealed record CatalogueEntry(
    string NumeratorDescription,
    string? DenominatorDescription,
    CollectionFrequency Frequency,
    Sensitivity Sensitivity,
    string MethodVersion,
    IReadOnlyList<DefinitionBreak> SeriesBreaks,
    Uri SourceLink,
    ServiceScope Scope,
    IReadOnlyList<string>? Scale
);

/// <summary>How often figures are collected.</summary>
public enum CollectionFrequency
{
    Annual,
    Quarterly,
    Monthly,
}

/// <summary>How much a small number would give away: which disclosure rules apply to figures of councils.</summary>
public enum Sensitivity
{
    /// <summary>Published by an official body already.</summary>
    Public,

    /// <summary>Of councils, about services and posts.</summary>
    Standard,

    /// <summary>About ethnicity, disability, sickness, discipline, harassment or failed assessments of few people.</summary>
    Sensitive,

    /// <summary>Never shown for one council: regional and national sums only.</summary>
    NeverLocal,
}

/// <param name="From">First day of the new definition.</param>
/// <param name="Sentence">For the reader of a chart.</param>
public sealed record DefinitionBreak(DateOnly From, string Sentence);

/// <summary>One item of one filter, by their names in the file: <c>ethnicity_major</c>, <c>White</c>.</summary>
public sealed record SliceItem(string Dimension, string Item);

/// <summary>Two groups of people whose rates are compared: the rate of <paramref name="Group"/> over that of
/// <paramref name="Reference"/>.</summary>
/// <param name="Dimension">Name of the filter of which both groups are items.</param>
public sealed record GroupComparison(string Dimension, string Group, string Reference)
{
    /// <summary>The items that make up <see cref="Group"/> together, where the file shows it as several; otherwise empty.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];
}
