namespace RegionalNetwork.Domain.Councils;

/// <summary>A council with responsibility for social care, under one of its codes: a recoded council is two entries.</summary>
/// <param name="Code">Nine-character code of the Office for National Statistics: <c>E08000031</c>.</param>
/// <param name="ThreeDigitCode">Department for Education code: <c>336</c>. A recode mostly keeps it. Null where none was published.</param>
/// <param name="Name">Official, as published: <c>Bristol, City of</c>.</param>
/// <param name="RegionCode">One of the nine regions, <c>E12000001</c> to <c>E12000009</c>; London is one of them.</param>
/// <param name="SubRegionCode">Inner or Outer London as the Department for Education counts them; null elsewhere.</param>
/// <param name="From">First day. The register begins on 2009-01-01: a council older than that has that day.</param>
/// <param name="To">Last day, or null when it exists in this edition of the register.</param>
public sealed record Council(
    string Code,
    string? ThreeDigitCode,
    string Name,
    CouncilType Type,
    string RegionCode,
    string? SubRegionCode,
    DateOnly From,
    DateOnly? To
)
{
    public bool IsLive => To is null;

    public bool ExistedOn(DateOnly date) => From <= date && (To is null || date <= To);
}

/// <summary>The kinds of council that have social care duties. The City of London counts as a London borough, the Isles of
/// Scilly as a unitary authority, as in the register.</summary>
public enum CouncilType
{
    UnitaryAuthority,
    MetropolitanDistrict,
    LondonBorough,
    County,
}
