using System.Globalization;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Returns.Collections;

namespace RegionalNetwork.Domain.Returns.Checks;

/// <summary>Reads the cells of a return, each by the rules of its field.</summary>
internal static class Cells
{
    /// <param name="isMasked">See <see cref="ReturnTable.IsMasked"/>.</param>
    /// <returns>Null where the cell has a fault.</returns>
    public static ReturnFigure? Read(string text, int line, ReturnField field, bool isMasked, FaultList faults)
    {
        var figure = ReturnFigure.Read(text, out var fault);
        if (fault != FigureFault.None)
        {
            Unreadable(text.Trim(), fault, line, field, faults);
            return null;
        }

        var message =
            figure.Status == FigureStatus.Value ? FaultOf(figure, field)
            : isMasked && figure.Status == FigureStatus.Confidential ? null
            : FaultOf(figure.Status);
        if (message is var (code, advice))
        {
            faults.Add(code, line, field.Name, text.Trim(), advice);
            return null;
        }

        return figure;
    }

    private static void Unreadable(string text, FigureFault fault, int line, ReturnField field, FaultList faults)
    {
        if (fault == FigureFault.Blank)
        {
            faults.Add(
                ReturnFaultCodes.FigureBlank,
                line,
                field.Name,
                null,
                "Write the figure, 0 for none, x where it is not available, z where it does not apply, or u where it is unreliable."
            );
        }
        else if (faults.IsPlain(text, line, field.Name))
        {
            var advice =
                fault == FigureFault.NotAFigure
                    ? "Write a plain number such as 12.5, or >90, <10 or ~90 where it is not exact, or x, z or u."
                    : FigureText.Explain(fault);
            faults.Add(ReturnFaultCodes.FigureNotANumber, line, field.Name, text, advice);
        }
    }

    private static (string Code, string Advice)? FaultOf(FigureStatus status) =>
        status switch
        {
            FigureStatus.Confidential => (
                ReturnFaultCodes.SymbolNotAllowed,
                "Write the figure itself: a council does not suppress its own figures. Small numbers are hidden before others see them."
            ),
            FigureStatus.Low => (
                ReturnFaultCodes.SymbolNotAllowed,
                "Write the figure itself, not rounded; it is rounded where it is shown."
            ),
            _ => null,
        };

    private static (string Code, string Advice)? FaultOf(ReturnFigure figure, ReturnField field)
    {
        var value = (decimal)figure.Value;
        return value < field.Minimum
                ? (ReturnFaultCodes.FigureTooSmall, $"Write a number of at least {Number(field.Minimum)}.")
            : value > field.Maximum
                ? (ReturnFaultCodes.FigureTooLarge, $"Write a number of at most {Number(field.Maximum.Value)}.")
            : field.IsInteger && value != decimal.Truncate(value)
                ? (ReturnFaultCodes.FigureNotWhole, "Write a whole number: this column counts people or things.")
            : null;
    }

    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
