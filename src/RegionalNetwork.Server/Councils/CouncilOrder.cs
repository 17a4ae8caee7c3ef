using RegionalNetwork.Domain.Councils;

namespace RegionalNetwork.Server.Councils;

internal static class CouncilOrder
{
    /// <summary>By name as published, by character code; equal names (a council and its predecessor) by code.</summary>
    public static Council[] ByName(IEnumerable<Council> councils) =>
        [
            .. councils
                .OrderBy(council => council.Name, StringComparer.Ordinal)
                .ThenBy(council => council.Code, StringComparer.Ordinal),
        ];
}
