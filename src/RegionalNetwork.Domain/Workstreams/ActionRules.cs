using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Workstreams;

/// <summary>What holds for an action whenever it is added or revised.</summary>
internal static class ActionRules
{
    public static WorkstreamActionDetails Checked(WorkstreamActionDetails details, InputCheck input)
    {
        input.Add(CouncilCodes.Fault(details.Owner, "owner"));
        return details with { Title = input.Line(details.Title, Limits.TitleCharacters, "title") };
    }
}
