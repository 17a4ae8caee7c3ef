using System.Globalization;

namespace RegionalNetwork.Domain.Returns.Collections;

/// <summary>What a time identifier of the open data standard means: years, quarters and months.</summary>
/// <param name="Digits">Four for one year, six for two that follow each other.</param>
/// <param name="Suffix">What tells the parts of a year apart in a period's code.</param>
/// <param name="FirstMonth">In which it begins, counted from 1 for January of the (first) year; may be below 1 or above 12.</param>
/// <param name="Months">How long it is.</param>
internal sealed record TimeUnit(int Digits, string Suffix, int FirstMonth, int Months)
{
    public const int DigitsOfOneYear = 4;
    private const int DigitsOfTwoYears = 6;
    public const int MonthsPerQuarter = 3;
    private const int QuartersPerYear = 4;

    /// <summary>The year that has a reporting year's name is the one that it ends in: most end on 31 March.</summary>
    private const int FirstMonthOfReportingYear = -8;

    private static readonly Dictionary<string, TimeUnit> ByName = All()
        .ToDictionary(pair => pair.Name, pair => pair.Unit, StringComparer.OrdinalIgnoreCase);

    public static TimeUnit? Find(string identifier) => ByName.GetValueOrDefault(identifier);

    /// <summary>The first year of the digits; null where they are none of this unit.</summary>
    public int? YearOf(string digits)
    {
        if (digits.Length != Digits || !digits.All(char.IsAsciiDigit))
        {
            return null;
        }

        var year = int.Parse(digits.AsSpan(0, DigitsOfOneYear), CultureInfo.InvariantCulture);
        return year is >= Limits.FirstYear and <= Limits.LastYear && DigitsOf(year) == digits ? year : null;
    }

    public string DigitsOf(int year) =>
        Digits == DigitsOfTwoYears
            ? string.Create(CultureInfo.InvariantCulture, $"{year}{(year + 1) % 100:00}")
            : year.ToString(CultureInfo.InvariantCulture);

    public DateOnly EndOf(int year) => new DateOnly(year, 1, 1).AddMonths(FirstMonth - 1 + Months).AddDays(-1);

    private static IEnumerable<(string Name, TimeUnit Unit)> All()
    {
        (string Name, int Digits, int FirstMonth)[] years =
        [
            ("Calendar year", DigitsOfOneYear, 1),
            ("Reporting year", DigitsOfOneYear, FirstMonthOfReportingYear),
            ("Academic year", DigitsOfTwoYears, 9),
            ("Financial year", DigitsOfTwoYears, 4),
            ("Tax year", DigitsOfTwoYears, 4),
        ];
        foreach (var (name, digits, first) in years)
        {
            yield return (name, new TimeUnit(digits, "", first, Limits.MonthsPerYear));
            if (first == FirstMonthOfReportingYear)
            {
                continue;
            }

            for (var quarter = 1; quarter <= QuartersPerYear; quarter++)
            {
                var begins = first + ((quarter - 1) * MonthsPerQuarter);
                yield return ($"{name} Q{quarter}", new TimeUnit(digits, $"-Q{quarter}", begins, MonthsPerQuarter));
            }
        }

        for (var month = 1; month <= Limits.MonthsPerYear; month++)
        {
            yield return (
                CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month),
                new TimeUnit(DigitsOfOneYear, $"-{month:00}", month, 1)
            );
        }
    }
}
