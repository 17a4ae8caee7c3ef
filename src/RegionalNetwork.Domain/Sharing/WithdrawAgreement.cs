using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.Sharing;

/// <summary>The network ends an agreement before its time, for all parties.</summary>
/// <param name="From">First day without it: today or later. Given again, it can only come nearer.</param>
public sealed record WithdrawAgreement(string Agreement, DateOnly From) : AgreementCommand(Agreement)
{
    internal Decision<AgreementEvent> Decide(SharingAgreement? existing, CommandContext context)
    {
        // Who draws up agreements elsewhere is not told of those here.
        if (existing is null || !context.Actor.May(Permission.DrawUpAgreements, Place.Network(existing.Network)))
        {
            return context.Actor.May(Permission.DrawUpAgreements)
                ? AgreementRefusals.NotFound(Agreement)
                : CommonRefusals.NotPermitted("the network's coordinator or chair");
        }

        return existing.WithdrawnFrom == From ? Decision<AgreementEvent>.Unchanged
            : existing.LastDay < context.Today ? AgreementRefusals.Ended()
            : From < context.Today || existing.LastDay < From ? AgreementRefusals.NotBeforeToday()
            : new AgreementWithdrawn(From);
    }
}
