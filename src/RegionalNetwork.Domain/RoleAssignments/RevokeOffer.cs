using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.RoleAssignments;

/// <summary>An offer that nobody has accepted is taken back: its code is of no use any more.</summary>
public sealed record RevokeOffer(string Assignment) : RoleAssignmentCommand(Assignment)
{
    internal static Decision<RoleAssignmentEvent> Decide(RoleAssignment? existing, CommandContext context)
    {
        if (existing?.Offer is not { } offer || !MayRevoke(context, existing, offer))
        {
            return RoleAssignmentRefusals.NotFound();
        }

        return offer.IsRevoked ? Decision<RoleAssignmentEvent>.Unchanged
            : existing.Person is not null ? RoleAssignmentRefusals.NotOpen()
            : new OfferRevoked(context.Actor.Subject);
    }

    private static bool MayRevoke(CommandContext context, RoleAssignment existing, RoleOffer offer) =>
        offer.By == context.Actor.Subject || RoleAuthority.MayTake(context.Actor, existing);
}
