using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.Sharing;

/// <summary>A council is no longer party; from that day nobody sees its named data by this agreement, nor it others'.</summary>
/// <param name="From">First day without it: today or later. Given again, it can only come nearer.</param>
public sealed record LeaveAgreement(string Agreement, string Council, DateOnly From) : AgreementCommand(Agreement)
{
    internal Decision<AgreementEvent> Decide(SharingAgreement? existing, CommandContext context)
    {
        if (!context.Actor.May(Permission.SignAgreements, Place.Council(Council)))
        {
            return CommonRefusals.NotPermitted("the council's approver");
        }

        if (existing is null)
        {
            return AgreementRefusals.NotFound(Agreement);
        }

        var last = existing.LastOf(Council);
        if (last?.LeftFrom == From && last is not null)
        {
            return Decision<AgreementEvent>.Unchanged;
        }

        return last is null || last.LeftFrom <= context.Today ? AgreementRefusals.NotParty(Council)
            : From < context.Today || last.LeftFrom < From ? AgreementRefusals.NotBeforeToday()
            : new AgreementLeft(Council, From);
    }
}
