using RegionalNetwork.Domain.Councils;

namespace RegionalNetwork.Server.Councils;

internal static class CouncilOrder
{
    /// <summary>
    /// Every council, also those that ended, by name as published, by character code; equal names (a council and its predecessor)
    /// by code. A part of it stays in this order and needs no sorting.
    /// </summary>
    public static IReadOnlyList<Council> ByName { get; } =
    [
        .. CouncilRegister
            .England.All.OrderBy(council => council.Name, StringComparer.Ordinal)
            .ThenBy(council => council.Code, StringComparer.Ordinal),
    ];

    /// <summary>Those of a region or a part of London, in the same order.</summary>
    public static IEnumerable<Council> In(string area) =>
        ByName.Where(council => council.RegionCode == area || council.SubRegionCode == area);
}
