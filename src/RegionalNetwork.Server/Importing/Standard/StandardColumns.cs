using System.Collections.Frozen;

namespace RegionalNetwork.Server.Importing.Standard;

/// <summary>The columns whose names and meaning the standard fixes. Every other column is a filter or an indicator.</summary>
internal static class StandardColumns
{
    public const string TimePeriod = "time_period";
    public const string TimeIdentifier = "time_identifier";
    public const string GeographicLevel = "geographic_level";
    public const string CountryCode = "country_code";
    public const string CountryName = "country_name";
    public const string RegionCode = "region_code";
    public const string RegionName = "region_name";
    public const string OldLaCode = "old_la_code";
    public const string NewLaCode = "new_la_code";
    public const string LaName = "la_name";

    /// <summary>What the Department for Education's own demonstration file calls <see cref="GeographicLevel"/>.</summary>
    public const string GeographicLevelAlias = "geographical_level";

    public static readonly IReadOnlyList<string> Mandatory =
    [
        TimePeriod,
        TimeIdentifier,
        GeographicLevel,
        CountryCode,
        CountryName,
    ];

    private static readonly FrozenSet<string> Geography =
    [
        RegionCode,
        RegionName,
        OldLaCode,
        NewLaCode,
        LaName,
        .. GeographicLevels.Others.SelectMany(level => level.Columns),
    ];

    /// <summary>Takes a normal name, see <see cref="Normal"/>.</summary>
    public static bool IsReserved(string normalName) =>
        Mandatory.Contains(normalName) || Geography.Contains(normalName);

    /// <summary>A name as columns are matched: without surrounding blanks, in lower case.</summary>
    public static string Normal(string name) => name.Trim().ToLowerInvariant();
}
