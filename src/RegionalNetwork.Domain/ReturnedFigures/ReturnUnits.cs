using System.Collections.Frozen;
using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Returns.Collections;
using RegionalNetwork.Domain.Returns.Rounds;

namespace RegionalNetwork.Domain.ReturnedFigures;

/// <summary>Who is to return for a period: those who did, and every other council of the reference date.</summary>
internal static class ReturnUnits
{
    private static readonly CouncilIdentity Identity = new(CouncilRegister.England);

    public static PeriodUnits Of(ReturnPeriod period, IReadOnlyList<IncludedReturn> included)
    {
        var candidates = included.Select(UnitOf).Where(unit => unit.Councils.Count > 0);
        var chosen = UnitSelection.Choose(candidates, [], period.ReferenceDate, CouncilRegister.England, Identity);
        return new PeriodUnits(new Period(period.Code, period.TimeIdentifier), period.ReferenceDate, chosen, Identity);
    }

    /// <summary>Of England, each region and each part of London.</summary>
    public static FrozenDictionary<string, int> CountByArea(PeriodUnits units) =>
        CouncilRegister
            .England.AllRegions.Select(region => region.Code)
            .Append(England.Code)
            .ToFrozenDictionary(area => area, area => units.All.Count(unit => unit.IsIn(area)), StringComparer.Ordinal);

    public static string AuthorityOf(string council) =>
        CouncilRegister.England.Find(council) is null ? council : Identity.AuthorityOf(council);

    private static ReportingUnit UnitOf(IncludedReturn one, int index)
    {
        var unit = ReturnUnit.OfCodes(one.Councils);
        return new ReportingUnit(
            string.Join(JointReturn.Separator, one.Councils),
            unit.Name,
            [.. one.Councils.Select(CouncilRegister.England.Find).OfType<Council>()],
            index
        );
    }
}
