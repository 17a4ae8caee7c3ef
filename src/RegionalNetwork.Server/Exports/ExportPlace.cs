using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Server.Importing.Standard;

namespace RegionalNetwork.Server.Exports;

/// <summary>The columns of place: what is above an area is filled in, what is below is blank.</summary>
internal sealed record ExportPlace(
    string Level,
    string RegionCode,
    string RegionName,
    string OldLaCode,
    string NewLaCode,
    string LaName
)
{
    private const string Joint = " / ";
    private const int ThreeDigits = 3;

    public static readonly IReadOnlyList<string> Heading =
    [
        StandardColumns.TimePeriod,
        StandardColumns.TimeIdentifier,
        StandardColumns.GeographicLevel,
        StandardColumns.CountryCode,
        StandardColumns.CountryName,
        StandardColumns.RegionCode,
        StandardColumns.RegionName,
        StandardColumns.OldLaCode,
        StandardColumns.NewLaCode,
        StandardColumns.LaName,
    ];

    public static ExportPlace Country { get; } = new("National", "", "", "", "", "");

    public static ExportPlace Of(Region region) => new("Regional", region.Code, region.Name, "", "", "");

    public static ExportPlace Of(ReportingUnit unit) =>
        OfCouncils(
            unit.Councils,
            string.Join(Joint, unit.Councils.Select(council => council.ThreeDigitCode ?? "")),
            unit.Code,
            unit.Name
        );

    /// <summary>An area as a file had it; its region is the register's.</summary>
    public static ExportPlace Of(AreaReference area) =>
        area.Level switch
        {
            AreaLevel.National => Country,
            AreaLevel.Regional => new("Regional", area.Code, area.Name, "", "", ""),
            _ => OfCouncils(
                [.. area.Code.Split('/', StringSplitOptions.TrimEntries).Select(Find).OfType<Council>()],
                area.ThreeDigitCode ?? "",
                area.Code,
                area.Name
            ),
        };

    public IReadOnlyList<string> Cells(ExportTime time) =>
        [
            time.Period,
            time.Identifier,
            Level,
            England.Code,
            England.Name,
            RegionCode,
            RegionName,
            OldLaCode,
            NewLaCode,
            LaName,
        ];

    private static ExportPlace OfCouncils(
        IReadOnlyList<Council> councils,
        string threeDigitCode,
        string code,
        string name
    )
    {
        var region = councils.Count == 0 ? null : CouncilRegister.England.FindRegion(councils[0].RegionCode);
        return new ExportPlace(
            "Local authority",
            region?.Code ?? "",
            region?.Name ?? "",
            threeDigitCode,
            // A legacy authority has three digits only.
            code.Length == ThreeDigits ? "" : code,
            name
        );
    }

    private static Council? Find(string code) => CouncilRegister.England.Find(code);
}
