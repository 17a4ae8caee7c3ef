using System.Globalization;

namespace RegionalNetwork.Domain.Kernel;

/// <summary>April of the first year to March of the next, written <c>2022-23</c>.</summary>
/// <param name="StartYear">The calendar year in which it begins.</param>
public readonly record struct FinancialYear(int StartYear)
{
    /// <summary>Exactly the canonical text: four digits, a hyphen, the two digits of the following year.</summary>
    public static bool TryParse(string text, out FinancialYear year)
    {
        year = default;
        if (
            text.Length != 7
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
        )
        {
            return false;
        }

        year = new FinancialYear(start);
        return start is >= Limits.FirstYear and <= Limits.LastYear && year.ToString() == text;
    }

    public static FinancialYear Of(DateOnly date) => new(date.Month >= 4 ? date.Year : date.Year - 1);

    public override string ToString() => $"{StartYear:0000}-{(StartYear + 1) % 100:00}";
}
