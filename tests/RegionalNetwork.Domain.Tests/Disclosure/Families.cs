using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Disclosure;

namespace RegionalNetwork.Domain.Tests.Disclosure;

/// <summary>Small families and tables for tests.</summary>
internal static class Families
{
    public const int PeopleInBase = 1_000;

    public static Family OneColumn(Sensitivity sensitivity) =>
        new(["Count"], SumRelation.None, sensitivity, sensitivity, false);

    public static Family Breakdown(Sensitivity sensitivity, params string[] groups) =>
        new([.. groups, "Total"], SumRelation.Total, sensitivity, Sensitivity.Standard, false);

    public static FamilyTable Table(Family family, params FamilyRow[] rows) => new(family, rows);

    /// <summary>A row in version 1 with a base that is not small.</summary>
    public static FamilyRow Row(string unit, params double[] cells) => Version(unit, 1, cells);

    public static FamilyRow Version(string unit, int version, params double[] cells) =>
        new(unit, version, [.. cells.Select(cell => (double?)cell)], PeopleInBase, 0);

    /// <summary>A row of groups; the total, which is also the base, is added.</summary>
    public static FamilyRow Groups(string unit, params double[] groups) =>
        new(unit, 1, [.. groups.Select(cell => (double?)cell), groups.Sum()], groups.Sum(), 0);

    public static CandidateLine England(params string[] units) => new("E", "E", LineLevel.England, units);

    public static CandidateLine Network(string code, params string[] units) =>
        new(code, code, LineLevel.Network, units);

    /// <summary>Units whose column is hidden, in order.</summary>
    public static string HiddenUnits(this DisclosureLedger ledger, int column, params string[] units) =>
        string.Concat(units.Where(unit => !ledger.IsShown(unit, column)));
}
