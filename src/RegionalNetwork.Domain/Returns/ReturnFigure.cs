using System.Globalization;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Returns;

/// <summary>
/// One figure that a council returned, in sixteen bytes: a number, perhaps stated loosely, or the reason why there is none. Its
/// text is made when it is read.
/// </summary>
/// <param name="Value">Meaningful only where <paramref name="Status"/> is <see cref="FigureStatus.Value"/>.</param>
/// <param name="Qualifier"><see cref="StatedQualifier.Over"/> for <c>&gt;90</c>, and so on.</param>
public readonly record struct ReturnFigure(double Value, FigureStatus Status, StatedQualifier Qualifier)
{
    /// <summary>Enough for anything that is counted or measured; more would be noise of the binary fraction.</summary>
    private const string Format = "0.##########";

    private static readonly (string Sign, StatedQualifier Qualifier)[] Signs =
    [
        // The longer ones first: ">=" begins with ">".
        (">=", StatedQualifier.AtLeast),
        ("<=", StatedQualifier.AtMost),
        (">", StatedQualifier.Over),
        ("<", StatedQualifier.Below),
        ("~", StatedQualifier.About),
    ];

    /// <summary>The number to show, also where it is stated loosely; null where there is none.</summary>
    public double? Number => Status == FigureStatus.Value ? Value : null;

    /// <summary>What the figure adds to a sum: null where there is no number or it is not exact.</summary>
    public decimal? Summand =>
        Status == FigureStatus.Value && Qualifier == StatedQualifier.Exact ? (decimal)Value : null;

    /// <summary>Canonical: what a cell of a table says.</summary>
    public string Text =>
        Status switch
        {
            FigureStatus.Value => SignOf(Qualifier) + ((decimal)Value).ToString(Format, CultureInfo.InvariantCulture),
            FigureStatus.Confidential => "c",
            FigureStatus.NotApplicable => "z",
            FigureStatus.LowReliability => "u",
            FigureStatus.Low => "low",
            _ => "x",
        };

    /// <summary>The most that it may be under; null where that is open.</summary>
    internal decimal? AtMost =>
        Status == FigureStatus.Value
        && Qualifier is StatedQualifier.Exact or StatedQualifier.Below or StatedQualifier.AtMost
            ? (decimal)Value
            : null;

    /// <summary>The least that it may be; null where that is open.</summary>
    internal decimal? AtLeast =>
        Status == FigureStatus.Value
        && Qualifier is StatedQualifier.Exact or StatedQualifier.Over or StatedQualifier.AtLeast
            ? (decimal)Value
            : null;

    public override string ToString() => Text;

    /// <summary>Reads a cell: what <see cref="FigureText"/> reads, also after a sign that qualifies a number.</summary>
    internal static ReturnFigure Read(ReadOnlySpan<char> text, out FigureFault fault)
    {
        if (PlainNumberText.TryRead(text, out var plain))
        {
            fault = FigureFault.None;
            return new ReturnFigure(plain, FigureStatus.Value, StatedQualifier.Exact);
        }

        var trimmed = text.Trim();
        var qualifier = StatedQualifier.Exact;
        foreach (var (sign, meaning) in Signs)
        {
            if (trimmed.Length > sign.Length && trimmed.StartsWith(sign, StringComparison.Ordinal))
            {
                trimmed = trimmed[sign.Length..].TrimStart();
                qualifier = meaning;
                break;
            }
        }

        var reading = FigureText.Parse(trimmed);
        fault =
            qualifier != StatedQualifier.Exact && !reading.IsFault && reading.Status != FigureStatus.Value
                ? FigureFault.NotAFigure
                : reading.Fault;
        return new ReturnFigure(reading.Value, reading.Status, qualifier);
    }

    private static string SignOf(StatedQualifier qualifier)
    {
        foreach (var (sign, meaning) in Signs)
        {
            if (meaning == qualifier)
            {
                return sign;
            }
        }

        return "";
    }
}
