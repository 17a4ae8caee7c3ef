namespace RegionalNetwork.Server.People;

/// <summary>The form of a person's code as a vault takes it: what it is made of is not the vault's business.</summary>
internal static class PersonCodes
{
    /// <exception cref="ArgumentException">The text is no code.</exception>
    public static void ThrowIfInvalid(string person)
    {
        if (person is not { Length: > 0 and <= VaultLimits.CodeCharacters } || person.Any(c => c is < '!' or > '~'))
        {
            throw new ArgumentException(
                $"A person's code has 1 to {VaultLimits.CodeCharacters} visible ASCII characters.",
                nameof(person)
            );
        }
    }

    public static InvalidOperationException Erased(string person) =>
        new($"{person} was erased and gets no key again. Register the person anew, under another code.");
}
