using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Publications;

/// <summary>How firmly a report states a number: "over 90%", "almost 90", "all".</summary>
public enum StatedQualifier
{
    Exact,
    Over,
    AtLeast,
    About,
    Below,
    AtMost,
    All,
}

/// <summary>One figure in the words of a report, with the paragraph to check it against.</summary>
/// <param name="Id">Unique in its report and stable over editions.</param>
/// <param name="Area">The area as the report names it: a council, a region, two councils together, the country.</param>
/// <param name="Council">ONS code where the area is one council.</param>
/// <param name="Scope">Whose work the figure is about.</param>
/// <param name="Period">As stated: <c>2021-22</c>, <c>at March 2022</c>, <c>unstated</c>.</param>
/// <param name="Value">The number; null for a <paramref name="Grade"/>.</param>
/// <param name="Grade">A judgement in words ("good"); null for a number.</param>
/// <param name="Unit"><c>%</c>, <c>count</c>, <c>fte</c>, <c>days</c>, <c>£</c>, <c>grade</c> ...</param>
/// <param name="Numerator">Where the report gives it.</param>
/// <param name="Denominator">Where the report gives it; above zero.</param>
/// <param name="DenominatorQualifier">A base may itself be stated loosely ("4 of around 80").</param>
/// <param name="Reference">The report's paragraph or page.</param>
/// <param name="Note">What a reader must know to use the figure rightly.</param>
public sealed record StatedFigure(
    string Id,
    string Area,
    string? Council,
    ServiceScope Scope,
    string Measure,
    string Period,
    StatedQualifier Qualifier,
    decimal? Value,
    string? Grade,
    string Unit,
    decimal? Numerator,
    decimal? Denominator,
    StatedQualifier DenominatorQualifier,
    string Reference,
    string? Note
)
{
    /// <summary>An interval needs the exact base that it was computed on. A report that states none gets no interval, however
    /// precise its percentage looks.</summary>
    public bool AllowsInterval() =>
        Numerator is not null && Denominator is > 0 && DenominatorQualifier == StatedQualifier.Exact;
}
