using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.Priorities;

/// <summary>Who may do what to a priority, whoever has it.</summary>
internal static class PriorityAuthorisation
{
    /// <param name="place">Whose priority it is.</param>
    public static bool May(Actor actor, Place place, PriorityCommand command) =>
        actor.May(
            command switch
            {
                ChangePriorityStatus { Status: PriorityStatus.Approved } => Permission.ApprovePriorities,
                ChangePriorityAudience { Audience: Audience.Public } => Permission.Publish,
                ChangePriorityAudience => Permission.ShareWithNetwork,
                _ => Permission.SetPriorities,
            },
            place
        );
}
