using System.Buffers;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Server.Importing.Csv;
using RegionalNetwork.Server.Importing.Standard;

namespace RegionalNetwork.Server.Importing.Rows;

/// <summary>What each distinct text of a file is as a figure. Decided once a text, not once a cell.</summary>
internal sealed class FigureCells(TextPool texts)
{
    private static readonly SearchValues<char> NumericCharacters = SearchValues.Create("0123456789.,+-eE£% ");

    private readonly Verdict[] _verdicts = new Verdict[texts.Count];

    /// <summary>A number or a symbol, also one that the standard no longer uses.</summary>
    public bool IsFigure(int text) => VerdictOf(text) is Verdict.Figure or Verdict.Legacy or Verdict.Placeholder;

    /// <summary>A figure of which there is nothing to say.</summary>
    public bool IsInOrder(int text) => VerdictOf(text) == Verdict.Figure;

    /// <summary>A figure, or a faulty way to write one: <c>1,200</c>, <c>£3</c>, <c>45%</c>, <c>=A1</c>.</summary>
    public bool IsMeantAsFigure(int text) => VerdictOf(text) != Verdict.NotAFigure;

    /// <summary>The text to keep for a figure: what was published, or <c>x</c> for a placeholder that is no symbol.</summary>
    public string Kept(int text) => VerdictOf(text) == Verdict.Placeholder ? "x" : texts[text];

    /// <summary>Decimal places of a number; null for a symbol.</summary>
    public int? DecimalPlaces(int text)
    {
        if (VerdictOf(text) != Verdict.Figure || FigureText.Parse(texts[text]).Status != FigureStatus.Value)
        {
            return null;
        }

        var point = texts[text].IndexOf('.');
        return point < 0 ? 0 : texts[text].Length - point - 1;
    }

    /// <summary>What is wrong or unusual with a text that is not in order.</summary>
    public Finding Check(int text, string column) =>
        VerdictOf(text) switch
        {
            Verdict.Legacy => Finding.Warning(
                ImportFaultCodes.SymbolObsolete,
                column,
                texts[text],
                texts[text] == "~" ? "Write low in place of the obsolete ~." : "Write x in place of the obsolete colon."
            ),
            Verdict.Placeholder => Finding.Warning(
                ImportFaultCodes.SymbolObsolete,
                column,
                texts[text],
                "This was read as x, not available. Write x, or z for not applicable."
            ),
            Verdict.Formula => Finding.Fault(
                ImportFaultCodes.CellFormula,
                column,
                texts[text],
                "A spreadsheet would run this cell as a formula. Write the figure itself."
            ),
            Verdict.Currency => Finding.Fault(
                ImportFaultCodes.FigureCurrencySign,
                column,
                texts[text],
                "Leave out the pound sign: £12.50 is written 12.50, and the metadata file states the unit."
            ),
            _ => FaultOf(text, column),
        };

    private Finding FaultOf(int text, string column)
    {
        var fault = FigureText.Parse(texts[text]).Fault;
        if (fault == FigureFault.None || VerdictOf(text) == Verdict.NotAFigure)
        {
            fault = FigureFault.NotAFigure;
        }

        var advice = FigureText.Explain(fault);
        return Finding.Fault(
            fault switch
            {
                FigureFault.Blank => ImportFaultCodes.FigureBlank,
                FigureFault.TooLong => ImportFaultCodes.FigureTooLong,
                FigureFault.PercentSign => ImportFaultCodes.FigurePercentSign,
                FigureFault.ThousandsSeparator => ImportFaultCodes.FigureThousandsSeparator,
                FigureFault.Exponent => ImportFaultCodes.FigureExponent,
                FigureFault.NotFinite => ImportFaultCodes.FigureNotFinite,
                FigureFault.OutOfRange => ImportFaultCodes.FigureOutOfRange,
                _ => ImportFaultCodes.FigureNotANumber,
            },
            column,
            text == TextPool.Empty ? null : texts[text],
            fault == FigureFault.NotAFigure ? advice + " A filter must be declared in a metadata file." : advice
        );
    }

    private Verdict VerdictOf(int text)
    {
        ref var verdict = ref _verdicts[text];
        return verdict == Verdict.Unknown ? verdict = Judge(texts[text]) : verdict;
    }

    private static Verdict Judge(string text)
    {
        if (text is ":" or "~")
        {
            return Verdict.Legacy;
        }

        if (text is "N/A" or "n/a" or "." or ".." or "-")
        {
            return Verdict.Placeholder;
        }

        // "3." is the beginning of a number in a file that was cut off.
        if (text.Length > 0 && text[^1] != '.' && !FigureText.Parse(text).IsFault)
        {
            return Verdict.Figure;
        }

        return text.Length == 0 ? Verdict.Faulty
            : !LooksNumeric(text) ? (TextRules.IsFormula(text) ? Verdict.Formula : Verdict.NotAFigure)
            : text.Contains('£') ? Verdict.Currency
            : Verdict.Faulty;
    }

    /// <summary>Somebody's way to write a number: tells <c>1,200</c> and <c>1e999</c> from <c>3 or more</c>.</summary>
    private static bool LooksNumeric(string text) =>
        text.Trim('+', '-').ToLowerInvariant() is "nan" or "inf" or "infinity" or "∞"
        || (text.AsSpan().ContainsAnyInRange('0', '9') && !text.AsSpan().ContainsAnyExcept(NumericCharacters));

    private enum Verdict : byte
    {
        Unknown,
        Figure,
        Legacy,
        Placeholder,
        Faulty,
        Currency,
        Formula,
        NotAFigure,
    }
}
