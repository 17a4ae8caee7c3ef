using System.Collections.Frozen;

namespace RegionalNetwork.Server.Importing.Standard;

/// <summary>What a <c>time_identifier</c> asks of its <c>time_period</c>: four digits, or six for two consecutive years.</summary>
internal sealed record TimeIdentifier(string Name, int Digits);

/// <summary>The identifiers of the standard and the quarters that the Department for Education's own software knows beyond it.</summary>
internal static class TimeIdentifiers
{
    private static readonly FrozenDictionary<string, TimeIdentifier> ByEssence = All()
        .ToFrozenDictionary(identifier => Spelling.Essence(identifier.Name));

    public static IEnumerable<string> Names => ByEssence.Values.Select(identifier => identifier.Name);

    /// <summary>By name, ignoring case, punctuation and blanks. Null when the standard has none like it.</summary>
    public static TimeIdentifier? Find(string text) => ByEssence.GetValueOrDefault(Spelling.Essence(text));

    private static IEnumerable<TimeIdentifier> All()
    {
        string[] years =
        [
            "Calendar year",
            "Reporting year",
            .. Enumerable.Range(1, 12).Select(month => new DateOnly(2000, month, 1).ToString("MMMM")),
            .. Enumerable.Range(1, 52).Select(week => $"Week {week}"),
            .. Quarters("Calendar year"),
        ];
        string[] spans =
        [
            "Academic year",
            "Financial year",
            "Tax year",
            .. Quarters("Financial year"),
            .. Quarters("Academic year"),
            .. Quarters("Tax year"),
            "Part 1 (April to September)",
            "Part 2 (October to March)",
            "Autumn term",
            "Spring term",
            "Summer term",
            "Autumn and spring term",
        ];
        return
        [
            .. years.Select(name => new TimeIdentifier(name, 4)),
            .. spans.Select(name => new TimeIdentifier(name, 6)),
        ];
    }

    private static IEnumerable<string> Quarters(string year) =>
        Enumerable.Range(1, 4).Select(quarter => $"{year} Q{quarter}");
}
