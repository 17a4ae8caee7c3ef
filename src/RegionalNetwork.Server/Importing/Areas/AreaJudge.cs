using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Server.Importing.Columns;
using RegionalNetwork.Server.Importing.Standard;

namespace RegionalNetwork.Server.Importing.Areas;

/// <summary>Holds the area cells of a row against the register: every level's own columns, the levels above and below.</summary>
internal sealed class AreaJudge(ColumnLayout layout, CouncilRegister register, FaultLog log)
{
    private readonly LocalAuthorityJudge _localAuthority = new(register, log);

    /// <summary>The missing columns of a level that the file has rows of: said once, not for each row.</summary>
    public static IEnumerable<Finding> MissingColumns(GeographicLevel level, ColumnLayout layout)
    {
        IReadOnlyList<string> needed =
            level == GeographicLevels.LocalAuthority ? [StandardColumns.NewLaCode, StandardColumns.LaName]
            : level.Held is null ? []
            : level.Columns;
        return needed
            .Where(column => !layout.Has(column) && !StandardColumns.Mandatory.Contains(column))
            .Select(column =>
                Finding.Fault(
                    ImportFaultCodes.ColumnMissing,
                    column,
                    null,
                    $"The file has rows of level {level.Name}, which need the column {column}. Add it."
                )
            );
    }

    public AreaVerdict Judge(AreaLevel level, AreaCells cells)
    {
        var verdict = new AreaVerdict();
        JudgeCountry(cells, verdict);
        switch (level)
        {
            case AreaLevel.National:
                RequireBlank(StandardColumns.RegionCode, cells.RegionCode, "National", verdict);
                RequireBlank(StandardColumns.RegionName, cells.RegionName, "National", verdict);
                RequireBlankAuthority(cells, "National", verdict);
                verdict.Area = new(level, England.Code, null, England.Name);
                break;
            case AreaLevel.Regional:
                RequireBlankAuthority(cells, "Regional", verdict);
                JudgeRegion(cells, verdict);
                break;
            default:
                JudgeRegionOfAuthority(cells, verdict);
                _localAuthority.Judge(
                    cells,
                    layout.Has(StandardColumns.NewLaCode),
                    layout.Has(StandardColumns.OldLaCode),
                    verdict
                );
                break;
        }

        // A name may differ from the register's in marks: not in ones that run or hide.
        if (verdict.Area is { } area && TextRules.Check(NameColumn(level), area.Name) is { } finding)
        {
            verdict.Add(finding);
        }

        if (verdict.HasFaults)
        {
            verdict.Area = null;
        }

        return verdict;
    }

    public static string NameColumn(AreaLevel level) =>
        level == AreaLevel.LocalAuthority ? StandardColumns.LaName : StandardColumns.RegionName;

    private void JudgeCountry(AreaCells cells, AreaVerdict verdict)
    {
        if (cells.CountryCode != England.Code && layout.Has(StandardColumns.CountryCode))
        {
            verdict.Fault(
                cells.CountryCode.Length == 0 ? ImportFaultCodes.AreaCodeBlank : ImportFaultCodes.AreaCodeUnknown,
                StandardColumns.CountryCode,
                cells.CountryCode,
                $"Write {England.Code}: the network holds figures for England."
            );
        }
        else if (
            layout.Has(StandardColumns.CountryName)
            && AreaNames.Compare(cells.CountryName, England.Name) == NameMatch.Different
        )
        {
            verdict.Fault(
                cells.CountryName.Length == 0 ? ImportFaultCodes.AreaNameBlank : ImportFaultCodes.AreaNameMismatch,
                StandardColumns.CountryName,
                cells.CountryName,
                $"Write {England.Name}, the country of code {England.Code}."
            );
        }
    }

    private void JudgeRegion(AreaCells cells, AreaVerdict verdict)
    {
        if (!layout.Has(StandardColumns.RegionCode) || !layout.Has(StandardColumns.RegionName))
        {
            return;
        }

        if (IsUnknownLocation(cells.RegionCode))
        {
            WarnNotHeld(StandardColumns.RegionCode, cells.RegionCode, verdict);
        }
        else if (FindRegion(cells.RegionCode, cells.RegionName, verdict) is { } region)
        {
            JudgeName(cells.RegionName, region, verdict);
            verdict.Area = new(AreaLevel.Regional, region.Code, null, cells.RegionName);
        }
    }

    private static void JudgeName(string written, Region region, AreaVerdict verdict)
    {
        if (written.Length == 0)
        {
            verdict.Fault(
                ImportFaultCodes.AreaNameBlank,
                StandardColumns.RegionName,
                null,
                $"Write {region.Name}, the region of code {region.Code}."
            );
            return;
        }

        switch (AreaNames.Compare(written, region.Name))
        {
            case NameMatch.Variant:
                verdict.Warn(
                    ImportFaultCodes.AreaNameVariant,
                    StandardColumns.RegionName,
                    written,
                    $"The name of {region.Code} in the register is {region.Name}. Write it so."
                );
                break;
            case NameMatch.Different:
                verdict.Fault(
                    ImportFaultCodes.AreaNameMismatch,
                    StandardColumns.RegionName,
                    written,
                    $"Code {region.Code} is {region.Name}. Correct the code or the name."
                );
                break;
            default:
                break;
        }
    }

    /// <summary>The region of an authority is known from the register: what the file says of it changes no figure.</summary>
    private void JudgeRegionOfAuthority(AreaCells cells, AreaVerdict verdict)
    {
        if (cells.RegionCode.Length == 0 && cells.RegionName.Length == 0)
        {
            verdict.Warn(
                ImportFaultCodes.AreaRegionBlank,
                StandardColumns.RegionCode,
                null,
                "Local authority rows name their region in the standard. It was taken from the register."
            );
            return;
        }

        if (
            IsUnknownLocation(cells.RegionCode)
            || FindRegion(cells.RegionCode, cells.RegionName, verdict) is not { } region
        )
        {
            return;
        }

        var council = register.Find(cells.NewLaCode) ?? register.FindJointReturn(cells.NewLaCode)?.Members[0];
        if (
            AreaNames.Compare(cells.RegionName, region.Name) == NameMatch.Different
            || (council is not null && council.RegionCode != region.Code && council.RegionCode != region.Parent)
        )
        {
            verdict.Warn(
                ImportFaultCodes.AreaRegionUnusual,
                StandardColumns.RegionCode,
                $"{cells.RegionCode} {cells.RegionName}, {cells.LaName}",
                "The register has another region, which was used. Check region code and name."
            );
        }
    }

    private Region? FindRegion(string code, string name, AreaVerdict verdict)
    {
        if (register.FindRegion(code) is { } region)
        {
            return region;
        }

        var byName = register.AllRegions.FirstOrDefault(known =>
            !log.IsFull && AreaNames.Compare(name, known.Name) != NameMatch.Different
        );
        verdict.Fault(
            code.Length == 0 ? ImportFaultCodes.AreaCodeBlank : ImportFaultCodes.AreaCodeUnknown,
            StandardColumns.RegionCode,
            code,
            byName is not null
                ? $"Write {byName.Code}, the code of {byName.Name}."
                : "Write the code of a region of England, E12000001 to E12000009, or E13000001 or E13000002 for parts of London."
        );
        return null;
    }

    /// <summary>Codes of the standard for a location that is not known or not a real area.</summary>
    public static bool IsUnknownLocation(string code) => code is "x" or "z";

    public static void WarnNotHeld(string column, string code, AreaVerdict verdict) =>
        verdict.Warn(
            ImportFaultCodes.AreaNotHeld,
            column,
            code,
            "Rows with this code belong to no area of the register. They were left out."
        );

    private static void RequireBlankAuthority(AreaCells cells, string level, AreaVerdict verdict)
    {
        RequireBlank(StandardColumns.NewLaCode, cells.NewLaCode, level, verdict);
        RequireBlank(StandardColumns.OldLaCode, cells.OldLaCode, level, verdict);
        RequireBlank(StandardColumns.LaName, cells.LaName, level, verdict);
    }

    private static void RequireBlank(string column, string value, string level, AreaVerdict verdict)
    {
        if (value.Length > 0)
        {
            verdict.Fault(
                ImportFaultCodes.AreaOverCompleted,
                column,
                value,
                $"Leave {column} blank on rows of level {level}, or correct the level."
            );
        }
    }
}
