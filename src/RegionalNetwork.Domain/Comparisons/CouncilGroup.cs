using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Comparisons;

/// <summary>A set of councils that a caller made up. Too small a one would give away its members' figures.</summary>
public static class CouncilGroup
{
    /// <summary>Null for a group that may be compared with.</summary>
    /// <param name="codes">Nine-character codes, also former ones.</param>
    public static Refusal? Fault(IReadOnlyList<string> codes)
    {
        var distinct = codes.Distinct(StringComparer.Ordinal).Count();
        return distinct < Limits.CouncilsPerGroupMin
                ? new Refusal(
                    "GROUP_TOO_SMALL",
                    $"Give at least {Limits.CouncilsPerGroupMin} councils: of fewer, one could be told from the others' figures.",
                    "group"
                )
            : distinct > Limits.CouncilsPerGroupMax
                ? CommonRefusals.TooMany("councils in a group", Limits.CouncilsPerGroupMax, "group")
            : codes.Select(code => CouncilCodes.Fault(code, "group")).FirstOrDefault(fault => fault is not null);
    }
}
