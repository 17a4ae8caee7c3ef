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
        for (var item = 0; item < collection.Items.Count; item++)
        {
            foreach (var rule in collection.Rules)
            {
                Check(item, rule);
            }
        }

        if (collection is { GroupsSumToTotal: true, Breakdown: not null })
        {
            foreach (var (field, index) in collection.Fields.Select((field, index) => (field, index)))
            {
                CheckGroups(field, index);
            }
        }
    }

    private void Check(int item, ReturnRule rule)
    {
        if (lines[item] is not { } line)
        {
            return;
        }

        if (rule is NotMoreThan limit)
        {
            var (part, whole) = (cells[item, _fields[limit.Part]], cells[item, _fields[limit.Whole]]);
            if (part?.AtLeast > whole?.AtMost)
            {
                faults.Add(
                    ReturnFaultCodes.PartOverWhole,
                    line,
                    limit.Part,
                    part.Value.Text,
                    $"This cannot be more than {limit.Whole}, which is {whole!.Value.Text}. Check both."
                );
            }
        }
        else if (rule is SumOf sum)
        {
            var fields = sum.Parts.Select(name => _fields[name]).ToArray();
            var fault = Compare(
                [.. fields.Select(field => cells[item, field])],
                cells[item, _fields[sum.Whole]],
                collection.Fields[_fields[sum.Whole]]
            );
            if (fault is { } text)
            {
                faults.Add(
                    ReturnFaultCodes.SumDiffers,
                    line,
                    sum.Whole,
                    cells[item, _fields[sum.Whole]]!.Value.Text,
                    $"{string.Join(", ", sum.Parts)} {text}. Check them all."
                );
            }
        }
    }

    private void CheckGroups(ReturnField field, int index)
    {
        var total = collection.Items.ToList().IndexOf(ReturnCollection.TotalItem);
        if (total < 0 || lines[total] is not { } line || field.Kind == ReturnFieldKind.Score)
        {
            return;
        }

        var parts = Enumerable.Range(0, collection.Items.Count).Where(item => item != total);
        if (Compare([.. parts.Select(item => cells[item, index])], cells[total, index], field) is { } text)
        {
            faults.Add(
                ReturnFaultCodes.GroupsDifferFromTotal,
                line,
                field.Name,
                cells[total, index]!.Value.Text,
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
