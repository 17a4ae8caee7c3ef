using System.Collections.Frozen;

namespace RegionalNetwork.GraphQL.TypeSystem;

/// <summary>The names of directive locations in documents: upper snake case.</summary>
public static class DirectiveLocations
{
    private static readonly FrozenDictionary<DirectiveLocation, string> Names = Enum.GetValues<DirectiveLocation>()
        .ToFrozenDictionary(location => location, ToName);

    private static readonly FrozenDictionary<string, DirectiveLocation> ByName = Names.ToFrozenDictionary(
        pair => pair.Value,
        pair => pair.Key,
        StringComparer.Ordinal
    );

    public static string Name(this DirectiveLocation location) => Names[location];

    /// <param name="name">One that the parser accepts.</param>
    public static DirectiveLocation Parse(string name) => ByName[name];

    private static string ToName(DirectiveLocation location) =>
        string.Concat(
                location
                    .ToString()
                    .Select(
                        (letter, index) =>
                            index > 0 && char.IsAsciiLetterUpper(letter) ? "_" + letter : letter.ToString()
                    )
            )
            .ToUpperInvariant();
}
