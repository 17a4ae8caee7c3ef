using System.Security.Cryptography;

namespace RegionalNetwork.Server.People;

/// <summary>A vault that lasts as long as its process: for tests, and as the readable reference for the other.</summary>
internal sealed class InMemoryPersonVault : IPersonVault
{
    private readonly Lock _gate = new();

    /// <summary>Null for those who were erased.</summary>
    private readonly Dictionary<string, byte[]?> _keys = [];

    public void MakeKeys(IReadOnlyCollection<string> people)
    {
        lock (_gate)
        {
            foreach (var person in people)
            {
                PersonCodes.ThrowIfInvalid(person);
                _keys.TryAdd(person, RandomNumberGenerator.GetBytes(PersonSeal.KeyBytes));
            }
        }
    }

    public byte[] Seal(string person, ReadOnlySpan<byte> plaintext)
    {
        MakeKeys([person]);
        return PersonSeal.Seal(Find(person) ?? throw PersonCodes.Erased(person), person, plaintext);
    }

    public byte[]? Open(string person, ReadOnlySpan<byte> sealedBytes) =>
        Find(person) is { } key ? PersonSeal.Open(key, person, sealedBytes) : null;

    public bool Holds(string person) => Find(person) is not null;

    public void Destroy(string person)
    {
        PersonCodes.ThrowIfInvalid(person);
        lock (_gate)
        {
            _keys[person] = null;
        }
    }

    public void Dispose()
    {
        // Nothing outlives the process.
    }

    private byte[]? Find(string person)
    {
        lock (_gate)
        {
            return _keys.GetValueOrDefault(person);
        }
    }
}
