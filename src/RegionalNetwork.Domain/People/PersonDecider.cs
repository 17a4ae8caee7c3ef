using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.People;

/// <summary>What a person's grain knows: nothing before they are registered.</summary>
public sealed record PersonState(Person? Person)
{
    public static PersonState Initial { get; } = new((Person?)null);
}

/// <summary>The person grain: a code, and an identity that nobody reads without the person's key.</summary>
public static class PersonDecider
{
    public static Decision<PersonEvent> Decide(PersonState state, PersonCommand command, CommandContext context) =>
        command switch
        {
            RegisterPerson register => register.Decide(state.Person, context),
            ErasePerson erase => erase.Decide(state.Person, context),
            _ => throw new ArgumentException($"{command.GetType().Name} has no rule here.", nameof(command)),
        };

    public static PersonState Evolve(PersonState state, PersonEvent happened) =>
        new(PersonHistory.Apply(state.Person, happened));
}
