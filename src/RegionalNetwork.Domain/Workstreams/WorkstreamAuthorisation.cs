using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.Workstreams;

/// <summary>Who may do what to a workstream.</summary>
internal static class WorkstreamAuthorisation
{
    public const string WhoMayChange = "the lead council's Principal Social Worker or the network's coordinator";

    public static bool MayCreate(Actor actor, CreateWorkstream command) =>
        May(actor, Permission.LeadWorkstreams, command.Network, command.LeadCouncil);

    /// <summary>Those who manage it may do everything; a participating council's Principal Social Worker may add and change
    /// actions that are, and stay, their own council's.</summary>
    public static bool MayChange(Actor actor, Workstream workstream, WorkstreamCommand command, DateOnly today) =>
        May(
            actor,
            command is ChangeWorkstreamAudience ? Permission.Publish : Permission.LeadWorkstreams,
            workstream.Network,
            workstream.LeadCouncil
        )
        || (
            command is ActionCommand action
            && OwnerBeforeAndAfter(workstream, action)
                .All(owner =>
                    owner is not null
                    && workstream.Participates(owner, today)
                    && actor.May(Permission.ContributeActions, Place.Council(owner))
                )
        );

    /// <summary>Whether the actor may be told that it exists.</summary>
    public static bool Knows(Actor actor, Workstream workstream) =>
        workstream.Audience == Audience.Public
        || actor.Grants.Any(grant =>
            grant.Sees(Tier.NetworkNamed)
            && grant.Place.Kind switch
            {
                PlaceKind.Council => workstream.HasParticipated(grant.Place.Code),
                PlaceKind.Network => grant.Place.Code == workstream.Network,
                _ => false,
            }
        );

    private static bool May(Actor actor, Permission permission, string? network, string? leadCouncil) =>
        actor.May(permission, Workstream.PlaceOf(network, leadCouncil))
        || (leadCouncil is not null && actor.May(permission, Place.Council(leadCouncil)));

    private static IEnumerable<string?> OwnerBeforeAndAfter(Workstream workstream, ActionCommand command)
    {
        var before = workstream.FindAction(command.Id)?.Details.Owner;
        return command switch
        {
            AddAction add => [before ?? add.Details.Owner, add.Details.Owner],
            ReviseAction revise => [before, revise.Details.Owner],
            _ => [before],
        };
    }
}
