using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>Reads what a catalogue file says of an indicator beside its arithmetic. Every part must be there, in the entry or at the
/// top of its file.</summary>
internal static class CatalogueEntryReader
{
    private static readonly Dictionary<string, CollectionFrequency> Frequencies = new()
    {
        ["annual"] = CollectionFrequency.Annual,
        ["quarterly"] = CollectionFrequency.Quarterly,
        ["monthly"] = CollectionFrequency.Monthly,
    };

    private static readonly Dictionary<string, Sensitivity> Sensitivities = new()
    {
        ["public"] = Sensitivity.Public,
        ["standard"] = Sensitivity.Standard,
        ["sensitive"] = Sensitivity.Sensitive,
        ["never-local"] = Sensitivity.NeverLocal,
    };

    private static readonly Dictionary<string, ServiceScope> Scopes = new()
    {
        ["children's"] = ServiceScope.Childrens,
        ["adults'"] = ServiceScope.Adults,
        ["both"] = ServiceScope.Both,
    };

    /// <param name="columns">What each column counts, by its name.</param>
    public static CatalogueEntry Read(
        InheritedNode node,
        IReadOnlyDictionary<string, string> columns,
        FormulaKind formula,
        (string Numerator, string? Denominator) parts
    ) =>
        new(
            DescriptionOf(node, columns, "numerator", parts.Numerator),
            parts.Denominator is null ? null : DescriptionOf(node, columns, "denominator", parts.Denominator),
            node.With("frequency").OneOf("frequency", Frequencies) ?? CollectionFrequency.Annual,
            node.With("sensitivity").OneOf("sensitivity", Sensitivities) ?? Sensitivity.NeverLocal,
            node.With("methodVersion").Text("methodVersion"),
            BreaksOf(node.With("seriesBreaks")),
            node.With("sourceLink").Link("sourceLink"),
            node.With("scope").OneOf("scope", Scopes) ?? ServiceScope.Both,
            formula == FormulaKind.Ordinal ? ScaleOf(node.With("scale")) : null
        );

    private static string DescriptionOf(
        InheritedNode node,
        IReadOnlyDictionary<string, string> columns,
        string part,
        string column
    )
    {
        if (columns.TryGetValue(column, out var description))
        {
            return description;
        }
        if (column.Length > 0)
        {
            node.Entry.Fault(part, $"needs a description of \"{column}\" in \"columns\"");
        }
        return "";
    }

    private static IReadOnlyList<DefinitionBreak> BreaksOf(MappingNode holder)
    {
        var breaks = holder
            .ChildrenOrNone("seriesBreaks", Limits.SeriesBreaksPerIndicator)
            .Select(node =>
            {
                node.AllowOnly("from", "sentence");
                return new DefinitionBreak(node.Date("from"), node.Text("sentence"));
            });
        return [.. breaks.OrderBy(found => found.From)];
    }

    private static IReadOnlyList<string> ScaleOf(MappingNode holder)
    {
        var words = holder.Texts("scale");
        if (words.Count > Limits.WordsPerScale || words.Distinct().Count() < words.Count)
        {
            holder.Fault("scale", $"must have at most {Limits.WordsPerScale} words, each once");
        }
        return words;
    }
}
