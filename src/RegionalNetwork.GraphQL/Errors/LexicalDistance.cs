namespace RegionalNetwork.GraphQL.Errors;

/// <summary>
/// How many letters must be inserted, removed, replaced or swapped with a neighbour to make one word of the other
/// (Damerau-Levenshtein). Words that differ in case only are one apart.
/// </summary>
internal static class LexicalDistance
{
    /// <returns>Null where the distance is more than <paramref name="max"/>.</returns>
    public static int? Between(string one, string other, int max)
    {
        if (string.Equals(one, other, StringComparison.Ordinal))
        {
            return 0;
        }

        if (string.Equals(one, other, StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }

        var (longer, shorter) = one.Length >= other.Length ? (one, other) : (other, one);
        return longer.Length - shorter.Length > max
            ? null
            : Measure(longer.ToLowerInvariant(), shorter.ToLowerInvariant(), max);
    }

    private static int? Measure(string longer, string shorter, int max)
    {
        // Of the table of all prefixes only the last three rows are ever looked at.
        var rows = new[] { new int[shorter.Length + 1], new int[shorter.Length + 1], new int[shorter.Length + 1] };
        for (var j = 0; j <= shorter.Length; j++)
        {
            rows[0][j] = j;
        }

        for (var i = 1; i <= longer.Length; i++)
        {
            var twoUp = rows[(i + 1) % 3];
            var up = rows[(i - 1) % 3];
            var row = rows[i % 3];
            var smallest = row[0] = i;
            for (var j = 1; j <= shorter.Length; j++)
            {
                var cost = longer[i - 1] == shorter[j - 1] ? 0 : 1;
                var cell = Math.Min(Math.Min(up[j] + 1, row[j - 1] + 1), up[j - 1] + cost);
                if (i > 1 && j > 1 && longer[i - 1] == shorter[j - 2] && longer[i - 2] == shorter[j - 1])
                {
                    cell = Math.Min(cell, twoUp[j - 2] + 1);
                }

                row[j] = cell;
                smallest = Math.Min(smallest, cell);
            }

            if (smallest > max)
            {
                return null;
            }
        }

        var distance = rows[longer.Length % 3][shorter.Length];
        return distance <= max ? distance : null;
    }
}
