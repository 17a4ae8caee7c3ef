using System.Globalization;
using RegionalNetwork.Domain.Workstreams;

namespace RegionalNetwork.Server.Workstreams;

/// <summary>The text of a date that may be known to the month only: <c>2022-03-15</c> or <c>2022-03</c>.</summary>
internal static class PartialDate
{
    public static PracticeEventDate? Parse(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new PracticeEventDate(day, DatePrecision.Day);
        }

        return DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? new PracticeEventDate(month, DatePrecision.Month)
            : null;
    }
}
