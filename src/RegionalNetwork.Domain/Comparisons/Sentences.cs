using System.Globalization;
using RegionalNetwork.Domain.Benchmarking;

namespace RegionalNetwork.Domain.Comparisons;

/// <summary>What several answers say in the same words.</summary>
internal static class Sentences
{
    private const int NamesMax = 5;

    public static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>n = 9 of 10: North Northamptonshire reports jointly.</c> Null where nobody is missing.</summary>
    public static string? OfMissing(SetStatistics statistics)
    {
        if (statistics.Missing.Count == 0)
        {
            return null;
        }

        var named = statistics.Missing.Take(NamesMax).Select(Why);
        var more = statistics.Missing.Count - NamesMax;
        return $"n = {statistics.Count} of {statistics.Expected}: {string.Join(", ", named)}"
            + (more > 0 ? $", and {more} more." : ".");
    }

    private static string Why(MissingUnit missing) =>
        missing.Reason switch
        {
            MissingReason.ReachesOutsideTheSet => $"{missing.Name} reports jointly",
            MissingReason.NoRow => $"{missing.Name} has no figures",
            MissingReason.UnknownCode => $"{missing.Code} is no council",
            _ => $"{missing.Name} has no number",
        };
}
