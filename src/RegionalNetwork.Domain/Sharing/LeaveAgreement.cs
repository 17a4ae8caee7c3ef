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

        // Of an agreement that the council never signed nothing is said, not even that it is there.
        if (existing?.LastOf(Council) is not { } last)
        {
            return AgreementRefusals.NotFound(Agreement);
        }

        if (last.LeftFrom == From)
        {
            return Decision<AgreementEvent>.Unchanged;
        }

        return last.LeftFrom <= context.Today ? AgreementRefusals.NotParty(Council)
            : From < context.Today || last.LeftFrom < From ? AgreementRefusals.NotBeforeToday()
            : new AgreementLeft(Council, From);
    }
}
