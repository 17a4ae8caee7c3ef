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
}

/// <summary>Which way is better. Neutral measures are never judged.</summary>
public enum Polarity
{
    Neutral,
    HigherIsBetter,
    LowerIsBetter,
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
}

/// <summary>What an indicator means and how it is computed from the columns of a publication.</summary>
/// <param name="Code">Of the catalogue, <c>CSW-01</c>, or <c>publication.column</c> where no mapping names the column.</param>
/// <param name="Publication">Slug of the publication that it is computed from.</param>
/// <param name="Definition">In plain English; empty where only the column name is known.</param>
/// <param name="Unit"><c>%</c> values are per hundred; otherwise a noun: <c>FTE</c>, <c>cases per FTE</c>. May be empty.</param>
/// <param name="DecimalPlaces">For display only; null shows figures as published.</param>
/// <param name="Numerator">Column; null only for <see cref="FormulaKind.PublishedOnly"/>.</param>
/// <param name="Denominator">Column; null where the formula has none.</param>
/// <param name="Published">Column with the value as the publisher computed it, if the file has one.</param>
public sealed record IndicatorDefinition(
    string Code,
    string Publication,
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

    public bool IsRate => Formula is FormulaKind.Ratio or FormulaKind.ShareOfBoth or FormulaKind.PerWorkingDay;

    /// <summary>Percentages are per hundred.</summary>
    internal decimal Scale => Unit == "%" ? 100m : 1m;

    /// <summary>What a rate divides by, for one council or, D and N being sums, for many.</summary>
    internal decimal Divisor(decimal numerator, decimal denominator, int year) =>
        Formula switch
        {
            FormulaKind.Ratio => denominator,
            FormulaKind.ShareOfBoth => numerator + denominator,
            FormulaKind.PerWorkingDay => denominator * WorkingDays!.In(year),
            _ => throw new InvalidOperationException($"{Code} has no denominator."),
        };
}

/// <summary>Working days that a census year counts, for rates of days lost.</summary>
/// <param name="LeapYear">In a census year that ends in a leap year, and so has a 29 February.</param>
public sealed record WorkingDays(int Usual, int LeapYear)
{
    public int In(int year) => DateTime.IsLeapYear(year) ? LeapYear : Usual;
}
