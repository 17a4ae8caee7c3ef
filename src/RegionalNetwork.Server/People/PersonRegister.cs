using System.Collections.Concurrent;
using RegionalNetwork.Domain.People;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Server.People;

/// <summary>
/// Who is behind a person's code, and which code somebody has: the only place that opens what is sealed. It learns who was
/// registered since it last looked from the directory that it is asked about, so it needs no projection of its own.
/// </summary>
internal sealed class PersonRegister(IPersonVault vault) : IDisposable
{
    private readonly ConcurrentDictionary<Identity, string> _codes = new();
    private readonly Lock _learning = new();
    private readonly SemaphoreSlim _registering = new(1);
    private int _seen;

    /// <returns>The code of somebody who is known and not erased; null for everybody else.</returns>
    public string? Find(PersonDirectory people, Identity identity)
    {
        if (Volatile.Read(ref _seen) < people.InOrder.Count)
        {
            Learn(people);
        }

        return _codes.TryGetValue(identity, out var code) && people.Find(code) is { IsErased: false } ? code : null;
    }

    /// <returns>Null for somebody who was erased, or whose key is not here.</returns>
    public PersonalDetails? Open(Person person) =>
        person.SealedIdentity is { } identity
        && vault.Open(person.Code, Convert.FromBase64String(identity)) is { } bytes
            ? PersonalDetails.Read(bytes)
            : null;

    /// <summary>The code under which somebody who is not known registers, the same at all nodes.</summary>
    /// <param name="proposed">Theirs unless another node has just given them one.</param>
    public string CodeFor(PersonDirectory people, Identity identity, string proposed)
    {
        var bytes = identity.ToBytes();
        var code = vault.CodeFor(bytes, proposed);
        if (people.Find(code) is not { IsErased: true })
        {
            return code;
        }

        // They were erased, and a crash came before the end of their key.
        vault.Destroy(code);
        return vault.CodeFor(bytes, proposed);
    }

    /// <returns>Base64. The person's key is on disk when this returns.</returns>
    public string Seal(string person, PersonalDetails details) =>
        Convert.ToBase64String(vault.Seal(person, details.ToBytes()));

    /// <summary>Who was erased, for whoever holds something of theirs: before the key is destroyed.</summary>
    public Action<Identity>? Forgotten { get; set; }

    /// <summary>Destroys the key of somebody whose erasure is in the journal.</summary>
    /// <param name="before">As they were known until then.</param>
    public void Forget(Person before)
    {
        if (IdentityOf(before) is { } identity)
        {
            Forgotten?.Invoke(identity);
        }

        vault.Destroy(before.Code);
    }

    /// <summary>Destroys the keys of those who are erased and have one still: a crash came between the two.</summary>
    public void FinishErasures(PersonDirectory people)
    {
        foreach (var code in people.InOrder)
        {
            if (people.Find(code) is { IsErased: true } && vault.Holds(code))
            {
                vault.Destroy(code);
            }
        }
    }

    /// <summary>One registration at a time in this process; <see cref="CodeFor"/> is for those at other nodes.</summary>
    public async Task<T> RegisterAsync<T>(Func<Task<T>> register, CancellationToken cancellation)
    {
        await _registering.WaitAsync(cancellation);
        try
        {
            return await register();
        }
        finally
        {
            _registering.Release();
        }
    }

    public void Dispose()
    {
        _registering.Dispose();
        vault.Dispose();
    }

    private void Learn(PersonDirectory people)
    {
        lock (_learning)
        {
            for (; _seen < people.InOrder.Count; Volatile.Write(ref _seen, _seen + 1))
            {
                // Somebody who was erased and came back has another code: the later one counts.
                var code = people.InOrder[_seen];
                if (IdentityOf(people.Find(code)!) is { } identity)
                {
                    _codes[identity] = code;
                }
            }
        }
    }

    /// <summary>Details that cannot be read are nobody's: one broken seal must not keep everybody out.</summary>
    private Identity? IdentityOf(Person person)
    {
        try
        {
            return Open(person)?.Identity;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
