namespace RegionalNetwork.GraphQL.Errors;

/// <summary>Names that were perhaps meant, for the end of an error message.</summary>
public static class DidYouMean
{
    private const int MaxSuggestions = 5;

    /// <summary><c> Did you mean "a", "b", or "c"?</c> with those of the options that look like the input; empty without any.</summary>
    public static string Among(string input, IEnumerable<string> options) => Say("", Suggest(input, options));

    /// <summary>As <see cref="Among"/>, of suggestions already chosen and best first.</summary>
    /// <param name="what">What the suggestions are, such as <c>the enum value</c>; may be empty.</param>
    public static string Say(string what, IReadOnlyList<string> suggestions)
    {
        if (suggestions.Count == 0)
        {
            return "";
        }

        var quoted = suggestions.Take(MaxSuggestions).Select(suggestion => $"\"{suggestion}\"").ToList();
        var list = quoted.Count switch
        {
            1 => quoted[0],
            2 => $"{quoted[0]} or {quoted[1]}",
            _ => $"{string.Join(", ", quoted[..^1])}, or {quoted[^1]}",
        };
        return $" Did you mean {(what.Length == 0 ? "" : what + " ")}{list}?";
    }

    /// <summary>The options that differ from the input in at most about 40% of its letters, the most alike first.</summary>
    public static IReadOnlyList<string> Suggest(string input, IEnumerable<string> options)
    {
        var maxDistance = (input.Length * 4 / 10) + 1;
        return
        [
            .. options
                .Distinct(StringComparer.Ordinal)
                .Select(option => (option, Distance: LexicalDistance.Between(input, option, maxDistance)))
                .Where(candidate => candidate.Distance is not null)
                .OrderBy(candidate => candidate.Distance)
                .ThenBy(candidate => candidate.option, NaturalOrder.Comparer)
                .Select(candidate => candidate.option),
        ];
    }
}
