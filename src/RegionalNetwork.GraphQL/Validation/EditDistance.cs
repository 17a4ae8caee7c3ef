namespace RegionalNetwork.GraphQL.Validation;

/// <summary>
/// How many edits lie between two names: insert, delete or replace a character, swap two neighbours, or write the whole name in
/// another case.
/// </summary>
internal static class EditDistance
{
    /// <param name="limit">From which number on the exact answer is not wanted: more than this is just more.</param>
    public static int Between(string one, string other, int limit)
    {
        if (string.Equals(one, other, StringComparison.Ordinal))
        {
            return 0;
        }

        if (string.Equals(one, other, StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }

        return Math.Abs(one.Length - other.Length) > limit
            ? limit + 1
            : Count(one.ToLowerInvariant(), other.ToLowerInvariant(), limit);
    }

    /// <summary>Row i, column j: the distance between the first i characters of one name and the first j of the other.</summary>
    private static int Count(string one, string other, int limit)
    {
        int[] beforeLast = [];
        int[] last = [.. Enumerable.Range(0, other.Length + 1)];
        for (var i = 1; i <= one.Length; i++)
        {
            var row = new int[other.Length + 1];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, replaced);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            if (row.Min() > limit)
            {
                return limit + 1;
            }

            (beforeLast, last) = (last, row);
        }

        return last[^1];
    }
}
