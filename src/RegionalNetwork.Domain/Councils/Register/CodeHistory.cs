using System.Collections.Frozen;

namespace RegionalNetwork.Domain.Councils.Register;

/// <summary>Predecessors and successors, with chains followed to their ends once, when the register is read.</summary>
internal sealed class CodeHistory
{
    private readonly FrozenDictionary<string, IReadOnlyList<CodeChange>> _from;
    private readonly FrozenDictionary<string, IReadOnlyList<CodeChange>> _to;
    private readonly FrozenDictionary<string, IReadOnlyList<Council>> _current;

    /// <summary>Each code with the last code of its authority: two codes with the same one are the same authority.</summary>
    private readonly FrozenDictionary<string, string> _lastOfAuthority;

    public CodeHistory(IReadOnlyList<Council> councils, IReadOnlyList<CodeChange> changes)
    {
        var byCode = councils.ToDictionary(council => council.Code);
        _from = Grouped(changes, change => change.From);
        _to = Grouped(changes, change => change.To);
        _current = councils.ToFrozenDictionary(
            council => council.Code,
            council =>
                (IReadOnlyList<Council>)[.. EndsOf(council.Code).Select(code => byCode[code]).OrderBy(c => c.Code)]
        );
        _lastOfAuthority = councils.ToFrozenDictionary(
            council => council.Code,
            council => LastOfAuthority(council.Code)
        );
    }

    public IReadOnlyList<CodeChange> ChangesFrom(string code) => _from.GetValueOrDefault(code, []);

    public IReadOnlyList<CodeChange> ChangesTo(string code) => _to.GetValueOrDefault(code, []);

    public IReadOnlyList<Council> CurrentOf(string code) => _current.GetValueOrDefault(code, []);

    public bool IsSameAuthority(string code, string other) =>
        _lastOfAuthority.TryGetValue(code, out var last)
        && _lastOfAuthority.TryGetValue(other, out var otherLast)
        && last == otherLast;

    private IEnumerable<string> EndsOf(string code) =>
        ChangesFrom(code) is { Count: > 0 } next ? next.SelectMany(change => EndsOf(change.To)).Distinct() : [code];

    private string LastOfAuthority(string code) =>
        ChangesFrom(code).FirstOrDefault(change => change.ContinuesSeries) is { } recode
            ? LastOfAuthority(recode.To)
            : code;

    private static FrozenDictionary<string, IReadOnlyList<CodeChange>> Grouped(
        IReadOnlyList<CodeChange> changes,
        Func<CodeChange, string> key
    ) =>
        changes
            .GroupBy(key)
            .ToFrozenDictionary(
                group => group.Key,
                group => (IReadOnlyList<CodeChange>)[.. group.OrderBy(c => c.Date)]
            );
}
