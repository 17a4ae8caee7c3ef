using System.Collections.Frozen;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Server.Importing.Standard;

/// <summary>A level of the standard.</summary>
/// <param name="Held">How the network holds areas of this level; null where it holds none.</param>
/// <param name="Columns">The columns that name an area of this level.</param>
internal sealed record GeographicLevel(string Name, AreaLevel? Held, params IReadOnlyList<string> Columns);

internal static class GeographicLevels
{
    public static readonly GeographicLevel National = new(
        "National",
        AreaLevel.National,
        StandardColumns.CountryCode,
        StandardColumns.CountryName
    );

    public static readonly GeographicLevel Regional = new(
        "Regional",
        AreaLevel.Regional,
        StandardColumns.RegionCode,
        StandardColumns.RegionName
    );

    public static readonly GeographicLevel LocalAuthority = new(
        "Local authority",
        AreaLevel.LocalAuthority,
        StandardColumns.NewLaCode,
        StandardColumns.LaName,
        StandardColumns.OldLaCode
    );

    /// <summary>Levels of the standard that the network does not hold.</summary>
    public static readonly IReadOnlyList<GeographicLevel> Others =
    [
        new("Local authority district", null, "lad_code", "lad_name"),
        new("RSC region", null, "rsc_region_lead_name"),
        new("Parliamentary constituency", null, "pcon_code", "pcon_name"),
        new("Local skills improvement plan area", null, "lsip_code", "lsip_name"),
        new(
            "Local enterprise partnership",
            null,
            "local_enterprise_partnership_code",
            "local_enterprise_partnership_name"
        ),
        new("English devolved area", null, "english_devolved_area_code", "english_devolved_area_name"),
        new("Opportunity area", null, "opportunity_area_code", "opportunity_area_name"),
        new("Ward", null, "ward_code", "ward_name"),
        new("Police force area", null, "pfa_code", "pfa_name"),
        new("MAT", null, "trust_id", "trust_name"),
        new("Sponsor", null, "sponsor_id", "sponsor_name"),
        new("School", null, "school_urn", "school_name", "school_laestab"),
        new("Provider", null, "provider_ukprn", "provider_name"),
        new("Institution", null, "institution_id", "institution_name"),
        new("Planning area", null, "planning_area_code", "planning_area_name"),
    ];

    private static readonly FrozenDictionary<string, GeographicLevel> ByEssence = Others
        .Concat([National, Regional, LocalAuthority])
        .ToFrozenDictionary(level => Spelling.Essence(level.Name));

    public static IEnumerable<string> Names => ByEssence.Values.Select(level => level.Name);

    /// <summary>By name, ignoring case, punctuation and blanks. Null when the standard has none like it.</summary>
    public static GeographicLevel? Find(string text) => ByEssence.GetValueOrDefault(Spelling.Essence(text));
}
