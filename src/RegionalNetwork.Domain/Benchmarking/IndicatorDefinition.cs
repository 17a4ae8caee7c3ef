namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>How an indicator's value comes about, in terms of a numerator N and a denominator D that councils report.</summary>
public enum FormulaKind
{
    /// <summary>N alone: something counted. Adds up over councils.</summary>
    Count,

    /// <summary>N/D.</summary>
    Ratio,

    /// <summary>N/(N+D): the part that N is of both.</summary>
    ShareOfBoth,

    /// <summary>N/(D × working days of the year).</summary>
    PerWorkingDay,

    /// <summary>Known only as published, without its parts: can be shown, but never added up or averaged.</summary>
    PublishedOnly,

    /// <summary>N/D where N is a sum of scores and D the number of answers: the mean score. The arithmetic of a ratio, never per
    /// hundred.</summary>
    Mean,

    /// <summary>N/D of one group of people over N/D of another: 1 is parity. See <see cref="GroupComparison"/>.</summary>
    RelativeLikelihood,

    /// <summary>N is a judgement, a word of the scale. Counted and compared by rank, never added up or averaged.</summary>
    Ordinal,

    /// <summary>The middle of the values that N names. Medians are never added up or averaged.</summary>
    Median,
}

/// <summary>Which way is better. Neutral measures are never judged.</summary>
public enum Polarity
{
    Neutral,
    HigherIsBetter,
    LowerIsBetter,

    /// <summary>The aim is that groups fare alike: a ratio of 1. Further from it, on either side, is worse.</summary>
    Parity,
}

/// <summary>How the interval around a value is made, which decides whether it can be judged. Declared by the catalogue: what a column
/// counts cannot be told from its name.</summary>
public enum IntervalMethod
{
    /// <summary>No interval: full-time equivalents, caseloads, amounts, scores, and whatever nobody thought about.</summary>
    None,

    /// <summary>Wilson's: things counted out of things counted.</summary>
    Wilson,

    /// <summary>Byar's, exact below ten: events that nothing bounds from above, such as people who leave.</summary>
    Byar,

    /// <summary>Katz's, on the logarithm's scale: how many times as likely something is for one group as for another.</summary>
    Katz,
}

/// <summary>What an indicator means and how it is computed from the columns of a publication or a return.</summary>
/// <param name="Code">Of the catalogue, <c>CSW-01</c>, or <c>publication.column</c> where no mapping names the column.</param>
/// <param name="Collection">Slug of the publication or of the councils' return that it is computed from.</param>
/// <param name="Definition">In plain English; empty where only the column name is known.</param>
/// <param name="Unit"><c>%</c> values are per hundred; otherwise a noun: <c>FTE</c>, <c>cases per FTE</c>. May be empty.</param>
/// <param name="DecimalPlaces">For display only; null shows figures as published.</param>
/// <param name="Numerator">Column, or item of a record; null only for <see cref="FormulaKind.PublishedOnly"/>.</param>
/// <param name="Denominator">Column; null where the formula has none.</param>
/// <param name="Published">Column with the value as the publisher computed it, if the file has one.</param>
public sealed record IndicatorDefinition(
    string Code,
    string Collection,
    string Label,
    string Definition,
    string Unit,
    int? DecimalPlaces,
    Polarity Polarity,
    FormulaKind Formula,
    string? Numerator,
    string? Denominator,
    string? Published,
    WorkingDays? WorkingDays,
    string Source
)
{
    /// <summary>How much chance is in one council's value.</summary>
    public IntervalMethod Interval { get; init; }

    /// <summary>What the catalogue says of it beside the arithmetic; null for a column that the catalogue does not know.</summary>
    public CatalogueEntry? Entry { get; init; }

    /// <summary>Items of filters at which the numerator is read, and the denominator too unless <see cref="DenominatorWhere"/> says
    /// otherwise. Of a filter that is not named, the total.</summary>
    public IReadOnlyList<SliceItem> Where { get; init; } = [];

    /// <summary>Null where the denominator stands in the numerator's row.</summary>
    public IReadOnlyList<SliceItem>? DenominatorWhere { get; init; }

    /// <summary>The two groups; null unless the formula is <see cref="FormulaKind.RelativeLikelihood"/>.</summary>
    public GroupComparison? Groups { get; init; }

    /// <summary>Whatever is imported as a publication was public before it came here.</summary>
    public Sensitivity Sensitivity => Entry?.Sensitivity ?? Sensitivity.Public;

    /// <summary>Code of the indicator that says of how many the figures here are known at all: of a group's share among those whose
    /// group is known, how many that is. Null where there is none.</summary>
    public string? Completeness { get; init; }

    public bool IsRate =>
        Formula is FormulaKind.Ratio or FormulaKind.ShareOfBoth or FormulaKind.PerWorkingDay or FormulaKind.Mean;

    /// <summary>Whether it is the rate of one group of people over that of another.</summary>
    public bool ComparesGroups => Formula == FormulaKind.RelativeLikelihood && Groups is not null;

    public bool HasDenominator => IsRate || ComparesGroups;

    /// <summary>Whether sums over councils have a meaning.</summary>
    public bool AddsUp => HasDenominator || Formula == FormulaKind.Count;

    /// <summary>Whether each row of a file gives a value, at whatever items of the filters the row stands.</summary>
    public bool IsFromAnyRow =>
        (IsRate || Formula == FormulaKind.Count) && Where.Count == 0 && DenominatorWhere is null;

    /// <summary>Whether it is read at fixed items of the filters, so that it has no filters of its own.</summary>
    public bool IsPinned => Where.Count > 0 || DenominatorWhere is not null || ComparesGroups;

    /// <summary>Percentages are per hundred.</summary>
    internal decimal Scale => Unit == "%" ? 100m : 1m;

    /// <summary>What a rate divides by, for one council or, D and N being sums, for many.</summary>
    internal decimal Divisor(decimal numerator, decimal denominator, int year) =>
        Formula switch
        {
            FormulaKind.Ratio or FormulaKind.Mean => denominator,
            FormulaKind.ShareOfBoth => numerator + denominator,
            FormulaKind.PerWorkingDay => denominator * WorkingDays!.In(year),
            _ => throw new InvalidOperationException($"{Code} has no denominator."),
        };

    /// <summary>The value of a rate at full precision; null where there is nothing to divide by.</summary>
    internal double? Quotient(decimal numerator, decimal denominator, int year) =>
        Divisor(numerator, denominator, year) is var divisor and not 0 ? (double)(numerator / divisor * Scale) : null;

    /// <summary>The rate of one group over that of another; null where one of the rates, or the ratio, has nothing to divide by.</summary>
    internal static double? Ratio(
        decimal numerator,
        decimal denominator,
        decimal referenceNumerator,
        decimal referenceDenominator
    ) =>
        denominator == 0 || referenceNumerator == 0 || referenceDenominator == 0
            ? null
            : (double)(numerator / denominator / (referenceNumerator / referenceDenominator));
}
