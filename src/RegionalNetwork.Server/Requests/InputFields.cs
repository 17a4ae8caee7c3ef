using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Server.Requests;

/// <summary>Where the fields that the domain names stand in a mutation's input: a problem points at what the client wrote.</summary>
/// <param name="Key">Path, below <c>input</c>, of the field that says which thing is to change.</param>
/// <param name="Names">By the domain's name of a field, its path below <c>input</c>; what is missing has the same name.</param>
internal sealed record InputFields(IReadOnlyList<string> Key, IReadOnlyDictionary<string, IReadOnlyList<string>> Names)
{
    private const string Input = "input";

    /// <param name="key">The field that says which thing is to change.</param>
    /// <param name="names">The domain's names beside those of the input.</param>
    public static InputFields Of(string key, params ReadOnlySpan<(string Domain, string Input)> names)
    {
        var paths = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (domain, input) in names)
        {
            paths.Add(domain, [input]);
        }

        return new InputFields([key], paths);
    }

    /// <summary>Null for a key that can name something.</summary>
    public Refusal? FaultOfKey(string key) =>
        Identifier.IsValid(key) ? null : CommonRefusals.InvalidId([Input, .. Key]);

    /// <summary>The same refusal, its path being that of the input.</summary>
    public Refusal Place(Refusal refusal)
    {
        if (refusal.Path.Count == 0)
        {
            return refusal;
        }

        var first = Names.GetValueOrDefault(refusal.Path[0]) ?? [refusal.Path[0]];
        return refusal with { Path = [Input, .. first, .. refusal.Path.Skip(1)] };
    }
}
