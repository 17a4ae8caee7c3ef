using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Federation.Members;

/// <summary>Whoever has the one-time code enrols a node by its public key. Again with the same key, it is the same enrolment.</summary>
/// <param name="CodeHash">SHA-256 of the code that was shown.</param>
/// <param name="Key">Public key, base64 of its SubjectPublicKeyInfo. Who sends the command has checked that they hold the private one.</param>
public sealed record EnrolMember(string Member, string CodeHash, string Key) : MemberCommand(Member)
{
    internal Decision<MemberEvent> Decide(FederationMember? existing, CommandContext context)
    {
        if (!Base64.IsValid(Key, out var length) || length is 0 or > Limits.PublicKeyBytes)
        {
            return FederationRefusals.KeyInvalid();
        }

        if (existing is null || !IsCodeOf(existing.Invitation))
        {
            return FederationRefusals.CodeInvalid();
        }

        // The answer may have been lost on the way.
        var isRepeat = existing.Invitation.IsUsed && existing.IsEnrolled && existing.Key == Key;
        return isRepeat ? Decision<MemberEvent>.Unchanged
            : existing.Invitation.IsOpen(context.Now) ? new MemberEnrolled(Key, context.Now)
            : FederationRefusals.CodeInvalid();
    }

    /// <summary>In the same time, however much of it is right.</summary>
    private bool IsCodeOf(MemberInvitation invitation) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(invitation.CodeHash),
            Encoding.UTF8.GetBytes(CodeHash)
        );
}
