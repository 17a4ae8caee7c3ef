namespace RegionalNetwork.GraphQL.Language;

/// <summary>https://spec.graphql.org/September2025/#sec-String-Value.Block-Strings</summary>
internal static class BlockString
{
    /// <summary>What stands between the triple quotes, without the indentation that its lines have in common.</summary>
    public static string ValueOf(ReadOnlySpan<char> raw)
    {
        var lines = raw.ToString()
            .Replace("\\\"\"\"", "\"\"\"", StringComparison.Ordinal)
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n')
            .Split('\n');
        return string.Join('\n', Dedent(lines));
    }

    // BlockStringValue(rawValue)
    private static IEnumerable<string> Dedent(string[] lines)
    {
        var commonIndent = int.MaxValue;
        var first = -1;
        var last = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = LeadingWhiteSpace(lines[i]);
            if (indent == lines[i].Length)
            {
                continue;
            }

            first = first < 0 ? i : first;
            last = i;
            commonIndent = i == 0 ? commonIndent : Math.Min(commonIndent, indent);
        }

        for (var i = Math.Max(first, 0); i <= last; i++)
        {
            yield return i == 0 ? lines[i] : lines[i][Math.Min(commonIndent, lines[i].Length)..];
        }
    }

    public static int LeadingWhiteSpace(string line)
    {
        var indent = 0;
        while (indent < line.Length && line[indent] is ' ' or '\t')
        {
            indent++;
        }

        return indent;
    }
}
