using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.Sharing;

/// <summary>A council becomes party, from today. It may have been before.</summary>
/// <param name="IsMember">Read by who sends the command: the council is a member of the agreement's network today.</param>
public sealed record SignAgreement(string Agreement, string Council, bool IsMember) : AgreementCommand(Agreement)
{
    internal Decision<AgreementEvent> Decide(SharingAgreement? existing, CommandContext context)
    {
        if (!context.Actor.May(Permission.SignAgreements, Place.Council(Council)))
        {
            return CommonRefusals.NotPermitted("the council's approver");
        }

        var last = existing?.LastOf(Council);
        // Another network's agreement is not shown to the council, so that it is not there for it.
        if (existing is null || (last is null && !IsMember))
        {
            return AgreementRefusals.NotFound(Agreement);
        }

        if (last is not null && (last.LeftFrom is null || last.Covers(context.Today)))
        {
            return last.LeftFrom is null ? Decision<AgreementEvent>.Unchanged : AgreementRefusals.NotParty(Council);
        }

        return !IsMember ? AgreementRefusals.NotMember(Council)
            : CouncilCodes.FaultOn(context.Today, Council, "council") is { } fault ? fault
            : existing.LastDay < context.Today ? AgreementRefusals.Ended()
            : existing.Signatures.Count >= Limits.SignaturesPerAgreement
                ? CommonRefusals.TooMany("signatures", Limits.SignaturesPerAgreement)
            : new AgreementSigned(Council, context.Today);
    }
}
