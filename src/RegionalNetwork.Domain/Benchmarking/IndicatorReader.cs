namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>Reads one indicator of a mapping file.</summary>
internal static class IndicatorReader
{
    private static readonly Dictionary<string, FormulaKind> Formulas = new()
    {
        ["N"] = FormulaKind.Count,
        ["N/D"] = FormulaKind.Ratio,
        ["N/(N+D)"] = FormulaKind.ShareOfBoth,
        ["N/(D×working days)"] = FormulaKind.PerWorkingDay,
    };

    private static readonly Dictionary<string, Polarity> Polarities = new()
    {
        ["neutral"] = Polarity.Neutral,
        ["higher-is-better"] = Polarity.HigherIsBetter,
        ["lower-is-better"] = Polarity.LowerIsBetter,
    };

    private static readonly Dictionary<string, IntervalMethod> Intervals = new()
    {
        ["none"] = IntervalMethod.None,
        ["wilson"] = IntervalMethod.Wilson,
        ["byar"] = IntervalMethod.Byar,
    };

    public static IndicatorDefinition Read(
        MappingNode node,
        string publication,
        string source,
        WorkingDays? workingDays
    )
    {
        node.AllowOnly(
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
            "interval"
        );
        // An unknown formula is one fault: read on as if it were the one that needs the most members.
        var formula = node.OneOf("formula", Formulas) ?? FormulaKind.Ratio;
        if (formula == FormulaKind.PerWorkingDay && workingDays is null)
        {
            node.Fault("formula", "needs \"workingDays\" at the top of the mapping");
        }
        if (formula == FormulaKind.Count && node.Has("denominator"))
        {
            node.Fault("denominator", "must be left out where the formula is N");
        }
        return new IndicatorDefinition(
            Code: node.Text("code"),
            Publication: publication,
            Label: node.Text("label"),
            Definition: node.Text("definition"),
            Unit: node.Text("unit"),
            DecimalPlaces: node.Number("decimalPlaces", 0, Limits.DecimalPlaces),
            Polarity: node.OneOf("polarity", Polarities) ?? Polarity.Neutral,
            Formula: formula,
            Numerator: node.Text("numerator"),
            Denominator: formula == FormulaKind.Count ? null : node.Text("denominator"),
            Published: formula == FormulaKind.Count ? node.Text("numerator")
                : node.Has("published") ? node.Text("published")
                : null,
            WorkingDays: formula == FormulaKind.PerWorkingDay ? workingDays : null,
            Source: source
        )
        {
            Interval = node.Has("interval")
                ? node.OneOf("interval", Intervals) ?? IntervalMethod.None
                : IntervalMethod.None,
        };
    }
}
