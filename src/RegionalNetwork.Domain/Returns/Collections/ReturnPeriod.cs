namespace RegionalNetwork.Domain.Returns.Collections;

/// <summary>A period of a collection.</summary>
/// <param name="Code">
/// The digits, and for a quarter or month which one: <c>202526</c>, <c>202526-Q3</c>, <c>2026-09</c>. Codes of one collection sort by time.
/// </param>
/// <param name="TimePeriod">The digits, as in the column <c>time_period</c>.</param>
/// <param name="TimeIdentifier">Of the open data standard: <c>Financial year Q3</c>.</param>
/// <param name="End">Last day.</param>
/// <param name="ReferenceDate">The day whose councils the figures describe.</param>
public sealed record ReturnPeriod(
    string Code,
    string TimePeriod,
    string TimeIdentifier,
    DateOnly End,
    DateOnly ReferenceDate
)
{
    /// <summary>The period with this code, or null where the collection has no such period.</summary>
    public static ReturnPeriod? Find(ReturnCollection collection, string code)
    {
        foreach (var identifier in collection.TimeIdentifiers)
        {
            if (
                TimeUnit.Find(identifier) is { } unit
                && code.EndsWith(unit.Suffix, StringComparison.Ordinal)
                && unit.YearOf(code[..^unit.Suffix.Length]) is { } year
            )
            {
                return Of(collection, identifier, unit, year);
            }
        }

        return null;
    }

    /// <summary>The one before in the same collection: a quarter follows a quarter, a year a year.</summary>
    public ReturnPeriod Before(ReturnCollection collection)
    {
        var unit = TimeUnit.Find(TimeIdentifier)!;
        var (last, lastUnit) = collection
            .TimeIdentifiers.Select(identifier => (identifier, unit: TimeUnit.Find(identifier)!))
            .SelectMany(each => new[] { (each, year: 0), (each, year: -1) })
            .Where(each => each.year < 0 || each.each.unit.FirstMonth < unit.FirstMonth)
            .MaxBy(each => (each.year * Limits.MonthsPerYear) + each.each.unit.FirstMonth)
            .each;
        var year = unit.YearOf(TimePeriod)!.Value;
        return Of(collection, last, lastUnit, lastUnit.FirstMonth < unit.FirstMonth ? year : year - 1);
    }

    private static ReturnPeriod Of(ReturnCollection collection, string identifier, TimeUnit unit, int year)
    {
        var digits = unit.DigitsOf(year);
        var end = unit.EndOf(year);
        return new ReturnPeriod(digits + unit.Suffix, digits, identifier, end, ReferenceDateOf(collection, unit, end));
    }

    private static DateOnly ReferenceDateOf(ReturnCollection collection, TimeUnit unit, DateOnly end)
    {
        if (collection.ReferenceDay is not { } day || unit.Months < Limits.MonthsPerYear)
        {
            return end;
        }

        // A reporting year is named after the year of its reference day, wherever in it the day lies.
        var inYear = new DateOnly(end.Year, day.Month, day.Day);
        return inYear <= end || unit.Digits == TimeUnit.DigitsOfOneYear ? inYear : inYear.AddYears(-1);
    }
}
