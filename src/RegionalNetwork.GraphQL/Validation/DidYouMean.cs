namespace RegionalNetwork.GraphQL.Validation;

/// <summary>The hint at the end of a message about an unknown name.</summary>
internal static class DidYouMean
{
    private const int MaxSuggestions = 5;

    /// <summary>Names that are nearly <paramref name="name"/>, the nearest first; empty if there are none.</summary>
    public static string Among(string name, IEnumerable<string> known) => Sentence("", Similar(name, known));

    /// <param name="prefix">Says what the names are: "the enum value".</param>
    public static string Among(string prefix, string name, IEnumerable<string> known) =>
        Sentence(prefix, Similar(name, known));

    /// <summary>" Did you mean A, B, or C?", or nothing without names. At most five are shown.</summary>
    public static string Sentence(string prefix, IEnumerable<string> names)
    {
        var quoted = names.Take(MaxSuggestions).Select(name => $"\"{name}\"").ToList();
        var list = quoted switch
        {
            [] => null,
            [var only] => only,
            [var one, var other] => $"{one} or {other}",
            _ => $"{string.Join(", ", quoted.SkipLast(1))}, or {quoted[^1]}",
        };
        return list is null ? ""
            : prefix.Length == 0 ? $" Did you mean {list}?"
            : $" Did you mean {prefix} {list}?";
    }

    private static IEnumerable<string> Similar(string name, IEnumerable<string> known)
    {
        var threshold = (name.Length * 2 / 5) + 1;
        return known
            .Select(candidate => (Name: candidate, Distance: EditDistance.Between(name, candidate, threshold)))
            .Where(candidate => candidate.Distance <= threshold)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name);
    }
}
