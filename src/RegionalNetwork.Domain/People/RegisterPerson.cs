using System.Buffers.Text;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.People;

/// <summary>Somebody becomes known. They do it themselves, with their first role; again changes nothing.</summary>
/// <param name="SealedIdentity">Base64. Sealing gives other bytes each time, so it says nothing about "the same again".</param>
public sealed record RegisterPerson(string Person, PersonKind Kind, string SealedIdentity) : PersonCommand(Person)
{
    internal Decision<PersonEvent> Decide(Person? existing, CommandContext context)
    {
        if (context.Actor.Subject != Person)
        {
            return CommonRefusals.NotPermitted("the person themselves");
        }

        var input = new InputCheck();
        input.Id(Person, "person");
        input.Known(Kind, "kind");
        input.Require(
            Base64.IsValid(SealedIdentity, out var length) && length is > 0 and <= Limits.SealedIdentityBytes,
            PersonRefusals.InvalidIdentity()
        );
        if (input.Failed)
        {
            return Decision<PersonEvent>.Refused(input.Refusals);
        }

        return existing switch
        {
            null => new PersonRegistered(Person, Kind, SealedIdentity, context.Today),
            { IsErased: true } => PersonRefusals.Erased(),
            _ when existing.Kind != Kind => CommonRefusals.IdTaken(Person),
            _ => Decision<PersonEvent>.Unchanged,
        };
    }
}
