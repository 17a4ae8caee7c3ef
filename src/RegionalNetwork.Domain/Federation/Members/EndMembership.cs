using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.Federation.Members;

/// <summary>A member leaves, or an operator removes it; an invitation that is still open is void. What it sent stays.</summary>
public sealed record EndMembership(string Member) : MemberCommand(Member)
{
    internal static Decision<MemberEvent> Decide(FederationMember? existing, CommandContext context)
    {
        if (!context.Actor.May(Permission.FederateNodes) && context.Actor.Subject != existing?.Subject)
        {
            return FederationRefusals.NotPermitted;
        }

        return existing is null ? FederationRefusals.MemberNotFound()
            : existing.LeftAt is not null && !existing.Invitation.IsOpen(context.Now) ? Decision<MemberEvent>.Unchanged
            : new MemberLeft(context.Actor.Subject, context.Now);
    }
}
