namespace RegionalNetwork.Domain.People;

/// <summary>Folds a person's events into what is known of them. An event that cannot follow is a bug, and throws.</summary>
internal static class PersonHistory
{
    public static Person Apply(Person? before, PersonEvent happened) =>
        happened switch
        {
            PersonRegistered registered => new Person(
                registered.Person,
                registered.Kind,
                registered.SealedIdentity,
                registered.On,
                null
            ),
            PersonErased erased => (
                before ?? throw new ArgumentException("Erased before being registered.", nameof(happened))
            ) with
            {
                SealedIdentity = null,
                ErasedOn = erased.On,
            },
            _ => throw new ArgumentException($"{happened.GetType().Name} is not known here.", nameof(happened)),
        };
}
