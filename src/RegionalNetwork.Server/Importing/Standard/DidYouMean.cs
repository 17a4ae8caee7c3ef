namespace RegionalNetwork.Server.Importing.Standard;

/// <summary>The known name nearest to what was written.</summary>
internal static class DidYouMean
{
    // Longer texts are no misspelling, and the distance costs their product.
    private const int CharactersMax = 64;

    /// <returns><c> Did you mean “x”?</c>, or nothing when no name is near.</returns>
    public static string Sentence(string text, IEnumerable<string> known) =>
        Nearest(text, known) is { } name ? $" Did you mean “{name}”?" : "";

    private static string? Nearest(string text, IEnumerable<string> known)
    {
        if (text.Length is 0 or > CharactersMax)
        {
            return null;
        }

        var (best, bestDistance) = ((string?)null, Math.Max(1, text.Length / 3) + 1);
        foreach (var name in known)
        {
            if (
                Math.Abs(name.Length - text.Length) < bestDistance
                && Distance(text, name) is var distance
                && distance < bestDistance
            )
            {
                (best, bestDistance) = (name, distance);
            }
        }

        return best;
    }

    /// <summary>Levenshtein's distance, ignoring case.</summary>
    private static int Distance(string from, string to)
    {
        Span<int> previous = stackalloc int[CharactersMax * 2];
        Span<int> current = stackalloc int[CharactersMax * 2];
        for (var column = 0; column <= to.Length; column++)
        {
            previous[column] = column;
        }

        for (var row = 1; row <= from.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= to.Length; column++)
            {
                var same = char.ToLowerInvariant(from[row - 1]) == char.ToLowerInvariant(to[column - 1]);
                var changed = previous[column - 1] + (same ? 0 : 1);
                current[column] = Math.Min(changed, Math.Min(previous[column], current[column - 1]) + 1);
            }

            var swap = previous;
            previous = current;
            current = swap;
        }

        return previous[to.Length];
    }
}
