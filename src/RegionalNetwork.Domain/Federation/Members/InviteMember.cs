using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Returns;

namespace RegionalNetwork.Domain.Federation.Members;

/// <summary>
/// A node is invited to become a member, with a one-time code. One that is a member already goes on as it is until the code is used.
/// </summary>
/// <param name="CodeHash">SHA-256 of the code, in lower-case hexadecimal digits.</param>
/// <param name="OwnedBy">Read by who sends the command: another member that speaks for one of these councils; null for none.</param>
public sealed record InviteMember(
    string Member,
    IReadOnlyList<Place> Owns,
    ReleaseLevel Level,
    string CodeHash,
    string? OwnedBy
) : MemberCommand(Member)
{
    internal Decision<MemberEvent> Decide(FederationMember? existing, CommandContext context)
    {
        if (!context.Actor.May(Permission.FederateNodes))
        {
            return FederationRefusals.NotPermitted;
        }

        var input = new InputCheck();
        input.Id(Member, "member");
        input.Check(Owns);
        input.Known(Level, "level");
        input.Require(ContentHashes.IsValid(CodeHash), CommonRefusals.InvalidValue("codeHash"));
        input.Require(OwnedBy is null, FederationRefusals.OwnedByAnother(OwnedBy ?? ""));
        return input.Failed ? Decision<MemberEvent>.Refused(input.Refusals)
            : existing?.Invitation.CodeHash == CodeHash ? Decision<MemberEvent>.Unchanged
            : new MemberInvited(
                Member,
                Owns,
                Level,
                CodeHash,
                context.Actor.Subject,
                context.Now.AddDays(Limits.InvitationDays)
            );
    }
}
