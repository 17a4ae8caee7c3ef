using System.Collections.Immutable;

namespace RegionalNetwork.Domain.People;

/// <summary>Everybody who is or was known, by code. Immutable. Who was erased stays as a code.</summary>
public sealed class PersonDirectory
{
    private readonly ImmutableDictionary<string, Person> _byCode;

    private PersonDirectory(ImmutableDictionary<string, Person> byCode) => _byCode = byCode;

    public static PersonDirectory Empty { get; } = new(ImmutableDictionary<string, Person>.Empty);

    public int Count => _byCode.Count;

    /// <summary>In no order.</summary>
    public IEnumerable<Person> All => _byCode.Values;

    public Person? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <param name="code">The stream's key.</param>
    public PersonDirectory Apply(string code, PersonEvent happened) =>
        new(_byCode.SetItem(code, PersonHistory.Apply(Find(code), happened)));
}
