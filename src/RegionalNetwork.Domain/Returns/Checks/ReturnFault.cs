using System.Globalization;
using System.Text;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Returns.Checks;

/// <summary>One thing that is wrong with a table.</summary>
/// <param name="Code">Stable and machine-readable, one of <see cref="ReturnFaultCodes"/>.</param>
/// <param name="Row">Line of the file, from 1 with the heading; null for the whole table.</param>
/// <param name="Column">Null for the whole row.</param>
/// <param name="Value">What was found, fit to be shown; null where there is nothing to show or it must not be.</param>
/// <param name="Message">A sentence that says what to do.</param>
public sealed record ReturnFault(string Code, int? Row, string? Column, string? Value, string Message)
{
    /// <summary>The same as a problem of a command: the path names row and column, and so does the message.</summary>
    public Refusal ToRefusal() => new(Code, Sentence, [.. Path()]);

    /// <summary><c>Row 3, column leavers, "abc": write a plain number.</c></summary>
    public string Sentence
    {
        get
        {
            var place = new StringBuilder();
            place.Append(Row is { } row ? $"Row {row.ToString(CultureInfo.InvariantCulture)}" : "");
            place.Append(Column is null ? "" : $"{(place.Length > 0 ? ", c" : "C")}olumn {Column}");
            place.Append(Value is null or "" ? "" : $"{(place.Length > 0 ? ", " : "")}\"{Value}\"");
            return place.Length == 0 ? Message : $"{place}: {Message}";
        }
    }

    private IEnumerable<string> Path()
    {
        yield return "table";
        if (Row is { } row)
        {
            yield return row.ToString(CultureInfo.InvariantCulture);
        }

        if (Column is not null)
        {
            yield return Column;
        }
    }
}

/// <summary>What reading a table came to.</summary>
/// <param name="Figures">Null exactly when there are faults, or rows that could not be read.</param>
/// <param name="Faults">The headings' first, then in order of row.</param>
/// <param name="Warnings">What is to be changed or explained; none where there are faults.</param>
public sealed record ReturnReading(
    ReturnFigures? Figures,
    IReadOnlyList<ReturnFault> Faults,
    IReadOnlyList<ReturnWarning> Warnings
);
