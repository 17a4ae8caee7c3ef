namespace RegionalNetwork.Server.People;

/// <summary>What every vault does with a key, wherever it keeps it.</summary>
internal abstract class PersonVault : IPersonVault
{
    /// <summary>In one process registrations come one after another, so that nobody was given another code.</summary>
    public virtual string CodeFor(ReadOnlySpan<byte> identity, string proposed) => proposed;

    public abstract void MakeKeys(IReadOnlyCollection<string> people);

    public byte[] Seal(string person, ReadOnlySpan<byte> plaintext)
    {
        MakeKeys([person]);
        return PersonSeal.Seal(Find(person) ?? throw PersonCodes.Erased(person), person, plaintext);
    }

    public byte[]? Open(string person, ReadOnlySpan<byte> sealedBytes) =>
        Find(person) is { } key ? PersonSeal.Open(key, person, sealedBytes) : null;

    public bool Holds(string person) => Find(person) is not null;

    public abstract void Destroy(string person);

    public abstract void Dispose();

    /// <summary>The person's key, which nobody else holds or writes to; null where it was destroyed or never was.</summary>
    protected abstract byte[]? Find(string person);
}
