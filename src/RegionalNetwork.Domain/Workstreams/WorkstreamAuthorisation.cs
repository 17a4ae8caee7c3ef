using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Workstreams;

/// <summary>Who may do what to a workstream.</summary>
internal static class WorkstreamAuthorisation
{
    public const string WhoMayChange = "the lead council's Principal Social Worker or the network's coordinator";

    public static bool MayCreate(Actor actor, CreateWorkstream command) =>
        MayManage(actor, command.Network, command.LeadCouncil);

    /// <summary>Those who manage it may do everything; a participating council's Principal Social Worker may add and change
    /// actions that are, and stay, their own council's.</summary>
    public static bool MayChange(Actor actor, Workstream workstream, WorkstreamCommand command, DateOnly today) =>
        MayManage(actor, workstream.Network, workstream.LeadCouncil)
        || (
            command is ActionCommand action
            && actor.Is(Role.PrincipalSocialWorker)
            && actor.Council is { } own
            && workstream.Participates(own, today)
            && OwnerBeforeAndAfter(workstream, action).All(owner => owner == own)
        );

    private static bool MayManage(Actor actor, string? network, string? leadCouncil) =>
        actor.Is(Role.Operator)
        || (actor.Is(Role.RegionalCoordinator) && network is not null && actor.Network == network)
        || (actor.Is(Role.PrincipalSocialWorker) && leadCouncil is not null && actor.ActsFor(leadCouncil));

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
