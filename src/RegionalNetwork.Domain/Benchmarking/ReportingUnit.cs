using RegionalNetwork.Domain.Councils;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>Who sends one return: a council, or councils that report jointly and cannot be told apart in the figures.</summary>
/// <param name="Code">As the file has it; the register's where the file has no row.</param>
/// <param name="Councils">One, or the members of the joint return.</param>
/// <param name="Area">Index of the area in its vintage, or null where the period has no row of it.</param>
public sealed record ReportingUnit(string Code, string Name, IReadOnlyList<Council> Councils, int? Area)
{
    public bool IsJoint => Councils.Count > 1;

    public string RegionCode => Councils[0].RegionCode;

    public string? SubRegionCode => Councils[0].SubRegionCode;

    public bool IsIn(string areaCode) =>
        areaCode == England.Code || areaCode == RegionCode || areaCode == SubRegionCode;
}
