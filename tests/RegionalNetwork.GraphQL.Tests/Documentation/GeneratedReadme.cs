namespace RegionalNetwork.GraphQL.Tests.Documentation;

/// <summary>The tables in the engine's README, each between two comments that name it.</summary>
internal static class GeneratedReadme
{
    private static readonly IReadOnlyDictionary<string, Func<IEnumerable<string>>> Tables = new Dictionary<
        string,
        Func<IEnumerable<string>>
    >(StringComparer.Ordinal)
    {
        ["limits"] = LimitsTable.Lines,
        ["coverage"] = CoverageTable.Lines,
        ["deviations"] = DeviationsTable.Lines,
    };

    /// <summary>The README with every table as it has to be now.</summary>
    public static string Update(string readme) =>
        Tables.Aggregate(readme, (text, table) => Replace(text, table.Key, table.Value()));

    private static string Replace(string text, string name, IEnumerable<string> lines)
    {
        var (start, end) = ($"<!-- generated: {name} -->\n", $"<!-- end of {name} -->");
        var from = text.IndexOf(start, StringComparison.Ordinal);
        var to = text.IndexOf(end, StringComparison.Ordinal);
        if (from < 0 || to < from)
        {
            throw new InvalidOperationException(
                $"The README needs the lines '{start.Trim()}' and '{end}', in this order."
            );
        }

        var table = string.Join('\n', lines).TrimEnd();
        return string.Concat(text.AsSpan(0, from + start.Length), $"\n{table}\n\n", text.AsSpan(to));
    }
}
