using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Federation.Links;

/// <summary>This node begins to leave its hub.</summary>
public sealed record LeaveHub(LeavingHow How) : LinkCommand
{
    internal Decision<LinkEvent> Decide(HubLink? existing, CommandContext context)
    {
        if (!JoinHub.IsPermitted(context.Actor))
        {
            return FederationRefusals.NotPermitted;
        }

        var input = new InputCheck();
        input.Known(How, "how");
        return input.Failed ? Decision<LinkEvent>.Refused(input.Refusals)
            : existing is not { IsJoined: true } ? FederationRefusals.NotJoined()
            : existing.Leaving == How ? Decision<LinkEvent>.Unchanged
            : new HubLeaving(How, context.Actor.Subject, context.Now);
    }
}

/// <summary>The hub has been told, or nobody is to wait for it any more.</summary>
/// <param name="IsForced">An operator ends it although the hub does not answer.</param>
public sealed record EndLink(bool IsForced) : LinkCommand
{
    internal Decision<LinkEvent> Decide(HubLink? existing, CommandContext context)
    {
        if (IsForced && !JoinHub.IsPermitted(context.Actor))
        {
            return FederationRefusals.NotPermitted;
        }

        return existing is null ? FederationRefusals.NotJoined()
            : !existing.IsJoined ? Decision<LinkEvent>.Unchanged
            : IsForced || (existing.Leaving is not null && existing.Lag == 0) ? new HubLeft(context.Now)
            : FederationRefusals.NotSettled();
    }
}
