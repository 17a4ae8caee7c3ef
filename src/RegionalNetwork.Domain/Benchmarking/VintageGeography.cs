using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>What the areas of a vintage are in the register, by code: names vary. Areas of an unknown code stay readable, and
/// are in no rollup.</summary>
public sealed class VintageGeography
{
    private readonly PeriodUnits[] _unitsByPeriod;

    public VintageGeography(Vintage vintage, PublicationMapping? mapping, CouncilRegister register)
    {
        var councils = vintage.Areas.Select(area => CouncilsOf(area, register)).ToArray();
        var identity = new CouncilIdentity(register);
        var areasByPeriod = AreasByPeriod(vintage);
        ReportingUnit[] units =
        [
            .. vintage.Areas.Select((area, index) => new ReportingUnit(area.Code, area.Name, councils[index], index)),
        ];
        ReportingUnit[] joint = [.. units.Where(unit => unit.IsJoint)];
        _unitsByPeriod =
        [
            .. vintage.Periods.Select(
                (period, index) =>
                {
                    var date = ReferenceDates.Of(period, mapping) ?? DateOnly.MaxValue;
                    var candidates = areasByPeriod[index]
                        .Order()
                        .Select(area => units[area])
                        .Where(unit => unit.Councils.Count > 0);
                    var chosen = UnitSelection.Choose(candidates, joint, date, register, identity);
                    return new PeriodUnits(period, date, chosen, identity);
                }
            ),
        ];
        PeriodsInOrder =
        [
            .. Enumerable
                .Range(0, vintage.Periods.Count)
                .OrderBy(period => _unitsByPeriod[period].ReferenceDate)
                .ThenBy(period => vintage.Periods[period].Code, StringComparer.Ordinal),
        ];
        Unresolved =
        [
            .. vintage.Areas.Where(
                (area, index) => area.Level == AreaLevel.LocalAuthority && councils[index].Count == 0
            ),
        ];
    }

    /// <summary>Local authorities of the file that the register does not know.</summary>
    public IReadOnlyList<AreaReference> Unresolved { get; }

    /// <summary>Indexes of the vintage's periods: by reference date, then code.</summary>
    public IReadOnlyList<int> PeriodsInOrder { get; }

    public PeriodUnits UnitsOf(int period) => _unitsByPeriod[period];

    /// <summary>Nine characters first: a recoded council's three digits mean its latest code.</summary>
    private static IReadOnlyList<Council> CouncilsOf(AreaReference area, CouncilRegister register)
    {
        if (area.Level != AreaLevel.LocalAuthority)
        {
            return [];
        }
        if (Members(area.Code, register) is { Count: > 0 } members)
        {
            return members;
        }
        return area.ThreeDigitCode is null ? [] : Members(area.ThreeDigitCode, register);
    }

    private static IReadOnlyList<Council> Members(string code, CouncilRegister register)
    {
        // Split rather than looked up among the known joint returns: councils may begin to report jointly in any year.
        var members = code.Split('/', StringSplitOptions.TrimEntries).Select(register.Find).ToArray();
        return members.Any(member => member is null) ? [] : [.. members.OfType<Council>().Distinct()];
    }

    private static HashSet<int>[] AreasByPeriod(Vintage vintage)
    {
        var areas = vintage.Periods.Select(_ => new HashSet<int>()).ToArray();
        foreach (var row in vintage.Rows)
        {
            areas[row.Period].Add(row.Area);
        }
        return areas;
    }
}
