using System.Collections.Immutable;

namespace RegionalNetwork.Domain.People;

/// <summary>Everybody who is or was known, by code. Immutable. Who was erased stays as a code.</summary>
public sealed class PersonDirectory
{
    private readonly ImmutableDictionary<string, Person> _byCode;
    private readonly ImmutableList<string> _inOrder;

    private PersonDirectory(ImmutableDictionary<string, Person> byCode, ImmutableList<string> inOrder) =>
        (_byCode, _inOrder) = (byCode, inOrder);

    public static PersonDirectory Empty { get; } = new(ImmutableDictionary<string, Person>.Empty, []);

    /// <summary>All who were ever registered, as codes, the first one first: it only grows, at its end.</summary>
    public IReadOnlyList<string> InOrder => _inOrder;

    public Person? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <param name="code">The stream's key.</param>
    public PersonDirectory Apply(string code, PersonEvent happened)
    {
        var before = Find(code);
        return new PersonDirectory(
            _byCode.SetItem(code, PersonHistory.Apply(before, happened)),
            before is null ? _inOrder.Add(code) : _inOrder
        );
    }
}
