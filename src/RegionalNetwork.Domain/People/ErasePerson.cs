using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.People;

/// <summary>A person's details are erased, at their own wish or by who may erase people. Final. Again changes nothing.</summary>
public sealed record ErasePerson(string Person) : PersonCommand(Person)
{
    internal Decision<PersonEvent> Decide(Person? existing, CommandContext context)
    {
        var isOwnWish = context.Actor is { OnBehalfOf: null } actor && actor.Subject == Person;
        if (existing is null || !(isOwnWish || context.Actor.May(Permission.ErasePeople)))
        {
            // Who may not erase them is not told who is known.
            return PersonRefusals.NotFound();
        }

        return existing.IsErased ? Decision<PersonEvent>.Unchanged : new PersonErased(context.Today);
    }
}
