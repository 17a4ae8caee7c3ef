using System.Globalization;

namespace RegionalNetwork.Domain.Publications;

/// <summary>What is wrong with a cell that should hold a figure.</summary>
public enum FigureFault
{
    None,
    Blank,
    TooLong,
    PercentSign,
    ThousandsSeparator,
    Exponent,
    NotFinite,
    OutOfRange,
    NotAFigure,
}

/// <summary>What a cell text says: a status, with the number where there is one, or a fault.</summary>
public readonly record struct FigureReading(FigureStatus Status, double Value, FigureFault Fault)
{
    public bool IsFault => Fault != FigureFault.None;

    internal static FigureReading Of(FigureStatus status) => new(status, 0, FigureFault.None);

    internal static FigureReading Of(FigureFault fault) => new(FigureStatus.NotAvailable, 0, fault);
}

/// <summary>Reads cell texts of the DfE open data standard: plain decimal numbers, the symbols <c>c z x u low k</c>, and the
/// symbols <c>:</c> and <c>~</c> that they replaced.</summary>
public static class FigureText
{
    private const NumberStyles PlainNumber = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Reads a cell. Blanks around the text, and the case of a symbol, do not matter.</summary>
    public static FigureReading Parse(ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        if (trimmed.IsEmpty)
        {
            return FigureReading.Of(FigureFault.Blank);
        }
        if (trimmed.Length > Limits.FigureTextCharacters)
        {
            return FigureReading.Of(FigureFault.TooLong);
        }
        if (PlainNumberText.TryRead(trimmed, out var plain))
        {
            return new FigureReading(FigureStatus.Value, plain, FigureFault.None);
        }
        if (SymbolOf(trimmed) is { } status)
        {
            return FigureReading.Of(status);
        }
        if (
            !double.TryParse(trimmed, PlainNumber, CultureInfo.InvariantCulture, out var value)
            || !double.IsFinite(value)
        )
        {
            return FigureReading.Of(FaultOf(trimmed));
        }
        // Adding zero turns minus zero, which would print as "-0", into zero.
        return Math.Abs(value) >= Limits.FigureMagnitude
            ? FigureReading.Of(FigureFault.OutOfRange)
            : new FigureReading(FigureStatus.Value, value + 0.0, FigureFault.None);
    }

    /// <summary>A sentence that tells whoever made the file what to write instead.</summary>
    public static string Explain(FigureFault fault) =>
        fault switch
        {
            FigureFault.None => "The figure is well formed.",
            FigureFault.Blank =>
                "Write the figure, or a symbol that says why there is none: x for not available, z for not applicable.",
            FigureFault.TooLong => $"Shorten the figure to at most {Limits.FigureTextCharacters} characters.",
            FigureFault.PercentSign => "Leave out the percent sign: 79% is written 79.",
            FigureFault.ThousandsSeparator => "Leave out the thousands separators: 1,200 is written 1200.",
            FigureFault.Exponent => "Write the number in full, without an exponent: 1.2E3 is written 1200.",
            FigureFault.NotFinite => "Write a finite number, or x where there is none.",
            FigureFault.OutOfRange => "Check the number: it is too large to be a figure about councils.",
            _ => "Write a plain number such as 12.5, or one of the symbols c, z, x, u, low and k.",
        };

    private static FigureStatus? SymbolOf(ReadOnlySpan<char> text) =>
        text.Length == 1
            ? text[0] switch
            {
                'c' or 'C' => FigureStatus.Confidential,
                'z' or 'Z' => FigureStatus.NotApplicable,
                'x' or 'X' or ':' => FigureStatus.NotAvailable,
                'u' or 'U' => FigureStatus.LowReliability,
                'k' or 'K' or '~' => FigureStatus.Low,
                _ => null,
            }
        : text.Equals("low", StringComparison.OrdinalIgnoreCase) ? FigureStatus.Low
        : null;

    private static FigureFault FaultOf(ReadOnlySpan<char> text)
    {
        if (
            text.TrimStart("+-").StartsWith("inf", StringComparison.OrdinalIgnoreCase)
            || text.Contains('∞')
            || text.Equals("nan", StringComparison.OrdinalIgnoreCase)
        )
        {
            return FigureFault.NotFinite;
        }
        if (text[^1] == '%')
        {
            return FigureFault.PercentSign;
        }
        var digits = text.TrimStart("+-.");
        if (digits.IsEmpty || !char.IsAsciiDigit(digits[0]))
        {
            return FigureFault.NotAFigure;
        }
        return text.Contains(',') ? FigureFault.ThousandsSeparator
            : text.ContainsAny('e', 'E') ? FigureFault.Exponent
            : FigureFault.NotAFigure;
    }
}
