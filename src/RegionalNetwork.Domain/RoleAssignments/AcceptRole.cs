using System.Security.Cryptography;
using System.Text;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.RoleAssignments;

/// <summary>Who has the one-time code takes the role. Whatever is wrong with a code, the answer is the same.</summary>
/// <param name="CodeHash">SHA-256 of the code that was shown.</param>
/// <param name="Held">How many roles the person has already.</param>
public sealed record AcceptRole(string Assignment, string CodeHash, int Held) : RoleAssignmentCommand(Assignment)
{
    internal Decision<RoleAssignmentEvent> Decide(RoleAssignment? existing, CommandContext context)
    {
        if (existing?.Offer is not { } offer || !IsCodeOf(offer))
        {
            return RoleAssignmentRefusals.CodeInvalid();
        }

        var person = context.Actor.Subject;
        if (existing.Person == person)
        {
            return Decision<RoleAssignmentEvent>.Unchanged;
        }

        if (!existing.IsOpen(context.Now) || existing.Terms.To < context.Today)
        {
            return RoleAssignmentRefusals.CodeInvalid();
        }

        if (offer.By == person || offer.For == person)
        {
            return RoleAssignmentRefusals.OwnOffer();
        }

        return Held >= Limits.AssignmentsPerPerson
            ? CommonRefusals.TooMany("roles for one person", Limits.AssignmentsPerPerson)
            : new RoleAccepted(person, context.Today);
    }

    /// <summary>In the same time, however much of it is right.</summary>
    private bool IsCodeOf(RoleOffer offer) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(offer.CodeHash),
            Encoding.UTF8.GetBytes(CodeHash)
        );
}
