namespace RegionalNetwork.Domain.Returns.Checks;

/// <summary>The name that was perhaps meant.</summary>
internal static class NearestName
{
    /// <summary><c> Did you mean "leavers"?</c>, or nothing where no name is near.</summary>
    public static string Hint(string text, IEnumerable<string> names)
    {
        if (text.Length is 0 or > Limits.ShownTextCharacters)
        {
            return "";
        }

        var most = 1 + (text.Length / 3);
        var nearest = names
            .Select(name => (name, Distance: Distance(text, name)))
            .Where(candidate => candidate.Distance <= most)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.name is null ? "" : $" Did you mean \"{nearest.name}\"?";
    }

    /// <summary>Letters to insert, delete or replace, whatever their case.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 0; i < one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < other.Length; j++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(one[i]) == char.ToLowerInvariant(other[j]) ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(row[j], row[j + 1]) + 1);
            }
        }

        return row[^1];
    }
}
