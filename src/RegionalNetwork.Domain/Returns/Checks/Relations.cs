using System.Globalization;
using RegionalNetwork.Domain.Returns.Collections;

namespace RegionalNetwork.Domain.Returns.Checks;

/// <summary>Checks what must hold between figures: parts and wholes in a row, groups and the total in a column.</summary>
/// <param name="cells">By item, then field; null where a cell has a fault already.</param>
/// <param name="lines">The line of each item's row; null where there is none.</param>
internal sealed class Relations(ReturnCollection collection, ReturnFigure?[,] cells, int?[] lines, FaultList faults)
{
    /// <summary>What one decimal may lose by being rounded to one place.</summary>
    private const decimal Rounding = 0.05m;

    private readonly Dictionary<string, int> _fields = collection
        .Fields.Select((field, index) => (field.Name, index))
        .ToDictionary(pair => pair.Name, pair => pair.index, StringComparer.Ordinal);

    public void Check()
    {
        for (var item = 0; item < lines.Length; item++)
        {
            foreach (var rule in collection.Rules)
            {
                Check(item, rule);
            }
        }

        foreach (var total in collection.Totals)
        {
            CheckTotal(total);
        }
    }

    private void Check(int item, NotMoreThan rule)
    {
        var (part, whole) = (cells[item, _fields[rule.Part]], cells[item, _fields[rule.Whole]]);
        if (part?.AtLeast > whole?.AtMost)
        {
            faults.Add(
                ReturnFaultCodes.PartOverWhole,
                lines[item],
                rule.Part,
                part!.Value.Text,
                $"This cannot be more than {rule.Whole}, which is {whole!.Value.Text}. {rule.Sentence}"
            );
        }
    }

    /// <summary>Rows that differ in the one breakdown only belong together.</summary>
    private void CheckTotal(ReturnTotal total)
    {
        var breakdown = collection.Breakdowns.ToList().FindIndex(one => one.Column == total.Breakdown);
        var groups = collection
            .Rows.Select((row, index) => (row, index))
            .GroupBy(pair => ReturnCollection.NameOf([.. pair.row.Items.Where((_, i) => i != breakdown)]));
        foreach (var group in groups)
        {
            var whole = group.First(pair => pair.row.Items[breakdown] == total.Item).index;
            int[] parts = [.. group.Select(pair => pair.index).Where(index => index != whole)];
            foreach (var name in total.Fields)
            {
                CheckSum(parts, whole, collection.Fields[_fields[name]]);
            }
        }
    }

    private void CheckSum(int[] parts, int whole, ReturnField field)
    {
        var column = _fields[field.Name];
        if (Compare([.. parts.Select(part => cells[part, column])], cells[whole, column], field) is { } text)
        {
            faults.Add(
                ReturnFaultCodes.GroupsDifferFromTotal,
                lines[whole],
                field.Name,
                cells[whole, column]!.Value.Text,
                $"The groups {text}. Correct a group or the total."
            );
        }
    }

    /// <summary>What is wrong with parts and their whole, in words; null for nothing. Where a part is no exact number, the rest may
    /// not be more than the whole.</summary>
    private static string? Compare(ReturnFigure?[] parts, ReturnFigure? whole, ReturnField field)
    {
        if (whole?.Summand is not { } total || parts.Any(part => part is null))
        {
            return null;
        }

        var sum = parts.Sum(part => part!.Value.Summand ?? 0m);
        var tolerance = field.IsInteger ? 0m : Rounding * (parts.Length + 1);
        var isComplete = parts.All(part => part!.Value.Summand is not null);
        return sum > total + tolerance || (isComplete && sum < total - tolerance)
            ? $"add up to {(isComplete ? "" : "at least ")}{sum.ToString("0.####", CultureInfo.InvariantCulture)}, not {whole.Value.Text}"
            : null;
    }
}
