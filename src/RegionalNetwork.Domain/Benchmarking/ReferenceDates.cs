using System.Globalization;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>The day whose councils a period's figures describe.</summary>
public static class ReferenceDates
{
    /// <summary>The mapping's day in the period's (last) year; without a mapping the last day of the period. A reporting year's last
    /// day is not in the file: most collections of the Department for Education about children's social care end on 31 March.
    /// Null where the digits are no year.</summary>
    public static DateOnly? Of(Period period, PublicationMapping? mapping)
    {
        if (LastYear(period.Code) is not { } year)
        {
            return null;
        }
        var day = mapping?.ReferenceDay ?? LastDay(period);
        return new DateOnly(year, day.Month, day.Day);
    }

    private static int? LastYear(string code)
    {
        if (
            code.Length is not (4 or 6)
            || !int.TryParse(code.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || first is < 1 or > 9998
        )
        {
            return null;
        }
        return code.Length == 4 ? first : first + 1;
    }

    private static DayOfYear LastDay(Period period) =>
        period.Identifier.ToUpperInvariant() switch
        {
            "REPORTING YEAR" => new DayOfYear(3, 31),
            var identifier when identifier.StartsWith("ACADEMIC", StringComparison.Ordinal) => new DayOfYear(8, 31),
            _ when period.Code.Length == 6 => new DayOfYear(3, 31),
            _ => new DayOfYear(12, 31),
        };
}
