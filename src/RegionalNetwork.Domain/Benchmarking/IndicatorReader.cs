namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>Reads one indicator of a catalogue file.</summary>
internal static class IndicatorReader
{
    private static readonly Dictionary<string, FormulaKind> Formulas = new()
    {
        ["N"] = FormulaKind.Count,
        ["N/D"] = FormulaKind.Ratio,
        ["N/(N+D)"] = FormulaKind.ShareOfBoth,
        ["N/(D×working days)"] = FormulaKind.PerWorkingDay,
        ["mean"] = FormulaKind.Mean,
        ["relative likelihood"] = FormulaKind.RelativeLikelihood,
        ["ordinal"] = FormulaKind.Ordinal,
        ["median"] = FormulaKind.Median,
    };

    private static readonly Dictionary<string, Polarity> Polarities = new()
    {
        ["neutral"] = Polarity.Neutral,
        ["higher-is-better"] = Polarity.HigherIsBetter,
        ["lower-is-better"] = Polarity.LowerIsBetter,
        ["parity"] = Polarity.Parity,
    };

    private static readonly Dictionary<string, IntervalMethod> Intervals = new()
    {
        ["none"] = IntervalMethod.None,
        ["wilson"] = IntervalMethod.Wilson,
        ["byar"] = IntervalMethod.Byar,
        ["katz"] = IntervalMethod.Katz,
    };

    /// <summary>Members that an indicator has of its own.</summary>
    private static readonly string[] OwnMembers =
    [
        "code",
        "label",
        "definition",
        "unit",
        "decimalPlaces",
        "polarity",
        "formula",
        "numerator",
        "denominator",
        "published",
        "where",
        "denominatorWhere",
        "groups",
        "interval",
        "completeness",
    ];

    public static IndicatorDefinition Read(InheritedNode inherited, IndicatorFile file)
    {
        var node = inherited.Entry;
        node.AllowOnly([.. OwnMembers, .. InheritedNode.Members]);
        // An unknown formula is one fault: read on as if it were the one that needs the most members.
        var formula = node.OneOf("formula", Formulas) ?? FormulaKind.Ratio;
        CheckMembers(node, formula, file);
        var numerator = node.Text("numerator");
        var denominator = HasDenominator(formula) ? node.Text("denominator") : null;
        return new IndicatorDefinition(
            Code: node.Text("code"),
            Collection: file.Slug,
            Label: node.Text("label"),
            Definition: node.Text("definition"),
            Unit: node.Text("unit"),
            DecimalPlaces: node.Number("decimalPlaces", 0, Limits.DecimalPlaces),
            Polarity: node.OneOf("polarity", Polarities) ?? Polarity.Neutral,
            Formula: formula,
            Numerator: numerator,
            Denominator: denominator,
            Published: formula == FormulaKind.Count ? numerator
                : node.Has("published") ? node.Text("published")
                : null,
            WorkingDays: formula == FormulaKind.PerWorkingDay ? file.WorkingDays : null,
            Source: inherited.With("source").Text("source")
        )
        {
            Interval = node.Has("interval")
                ? node.OneOf("interval", Intervals) ?? IntervalMethod.None
                : IntervalMethod.None,
            Where = node.Has("where") ? SliceOf(node, "where") : [],
            DenominatorWhere = node.Has("denominatorWhere") ? SliceOf(node, "denominatorWhere") : null,
            Groups = formula == FormulaKind.RelativeLikelihood ? GroupsOf(node.Child("groups")) : null,
            Completeness = node.Has("completeness") ? node.Text("completeness") : null,
            Entry = CatalogueEntryReader.Read(inherited, file.Columns, formula, (numerator, denominator)),
        };
    }

    private static bool HasDenominator(FormulaKind formula) =>
        formula is not (FormulaKind.Count or FormulaKind.Ordinal or FormulaKind.Median);

    /// <summary>Members that do not go with the formula.</summary>
    private static void CheckMembers(MappingNode node, FormulaKind formula, IndicatorFile file)
    {
        if (formula == FormulaKind.PerWorkingDay && file.WorkingDays is null)
        {
            node.Fault("formula", "needs \"workingDays\" at the top of the mapping");
        }
        if (!HasDenominator(formula) && node.Has("denominator"))
        {
            var word = Formulas.First(known => known.Value == formula).Key;
            node.Fault("denominator", $"must be left out where the formula is {word}");
        }
        if (formula != FormulaKind.RelativeLikelihood && node.Has("groups"))
        {
            node.Fault("groups", "must be left out where the formula is not relative likelihood");
        }
        if (
            node.Has("interval")
            && node.OneOf("interval", Intervals) == IntervalMethod.Katz != (formula == FormulaKind.RelativeLikelihood)
        )
        {
            node.Fault("interval", "must be katz for a relative likelihood, and for nothing else");
        }
        if (formula != FormulaKind.Ordinal && node.Has("scale"))
        {
            node.Fault("scale", "must be left out where the formula is not ordinal");
        }
    }

    private static IReadOnlyList<SliceItem> SliceOf(MappingNode node, string member) =>
        [.. node.TextsByName(member).Select(named => new SliceItem(named.Key, named.Value))];

    private static GroupComparison GroupsOf(MappingNode node)
    {
        node.AllowOnly("dimension", "group", "items", "reference");
        return new GroupComparison(node.Text("dimension"), node.Text("group"), node.Text("reference"))
        {
            Items = node.Has("items") ? node.Texts("items") : [],
        };
    }
}

/// <summary>What the top of a catalogue file says of all its indicators.</summary>
/// <param name="Columns">What each column counts, by its name.</param>
internal sealed record IndicatorFile(
    string Slug,
    WorkingDays? WorkingDays,
    IReadOnlyDictionary<string, string> Columns
);
