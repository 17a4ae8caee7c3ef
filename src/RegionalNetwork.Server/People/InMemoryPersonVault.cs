using System.Security.Cryptography;

namespace RegionalNetwork.Server.People;

/// <summary>A vault that lasts as long as its process: for tests, and as the readable reference for the other.</summary>
internal sealed class InMemoryPersonVault : PersonVault
{
    private readonly Lock _gate = new();

    /// <summary>Null for those who were erased.</summary>
    private readonly Dictionary<string, byte[]?> _keys = [];

    public override void MakeKeys(IReadOnlyCollection<string> people)
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

    public override void Destroy(string person)
    {
        PersonCodes.ThrowIfInvalid(person);
        lock (_gate)
        {
            _keys[person] = null;
        }
    }

    public override void Dispose()
    {
        // Nothing outlives the process.
    }

    protected override byte[]? Find(string person)
    {
        lock (_gate)
        {
            return _keys.GetValueOrDefault(person)?.ToArray();
        }
    }
}
