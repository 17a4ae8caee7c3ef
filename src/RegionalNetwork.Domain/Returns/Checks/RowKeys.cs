using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Returns.Collections;

namespace RegionalNetwork.Domain.Returns.Checks;

/// <summary>Checks the columns that say whose figures of when a row holds, and finds the item that it is of.</summary>
internal sealed class RowKeys(
    ReturnCollection collection,
    ReturnPeriod period,
    ReturnUnit unit,
    Headings headings,
    FaultList faults
)
{
    private readonly int?[] _lineOfItem = new int?[collection.Items.Count];

    /// <returns>Index of the row's item; null where it has none that can be used.</returns>
    public int? Read(ReturnTableRow row)
    {
        Check(
            row,
            ReturnCollection.TimePeriodColumn,
            text => CellText.Same(text, period.TimePeriod),
            ReturnFaultCodes.PeriodWrong,
            $"This return is for {period.TimePeriod}. Write that, or choose the period that the file is for."
        );
        Check(
            row,
            ReturnCollection.TimeIdentifierColumn,
            text => CellText.Same(text, period.TimeIdentifier),
            ReturnFaultCodes.TimeIdentifierWrong,
            $"Write {period.TimeIdentifier}."
        );
        Check(
            row,
            ReturnCollection.CouncilColumn,
            text => unit.IsNamedBy(text.Trim()),
            ReturnFaultCodes.CouncilWrong,
            $"This return is for {unit.Name} ({unit.Key}). Take out the rows of other councils."
        );
        Check(
            row,
            ReturnCollection.NameColumn,
            text => !IsNameOfAnother(text),
            ReturnFaultCodes.NameWrong,
            $"This is another council's name. Write {unit.Name}, and check that the figures are its own."
        );
        return ItemOf(row);
    }

    /// <summary>Items that no row was for.</summary>
    public void ReportMissing()
    {
        for (var item = 0; item < _lineOfItem.Length; item++)
        {
            if (_lineOfItem[item] is null)
            {
                faults.Add(
                    ReturnFaultCodes.RowMissing,
                    null,
                    null,
                    collection.Items[item],
                    "There is no row for this item. Add it, with x where a figure is not available."
                );
            }
        }
    }

    private void Check(ReturnTableRow row, string column, Func<string, bool> isRight, string code, string advice)
    {
        if (headings.Find(column) is { } position && !isRight(row.Cells[position]))
        {
            if (faults.IsPlain(row.Cells[position], row.Line, column))
            {
                faults.Add(code, row.Line, column, row.Cells[position], advice);
            }
        }
    }

    /// <summary>Names are written in many ways; only one that is surely of another council is a fault.</summary>
    private bool IsNameOfAnother(string name) =>
        name.Trim().Length == 0
        || (
            !CellText.Same(name, unit.Name)
            && CouncilRegister.England.All.Any(council =>
                CellText.Same(name, council.Name) && !unit.Councils.Contains(council.Code)
            )
            && !unit.Councils.Any(code => CellText.Same(name, CouncilRegister.England.Find(code)!.Name))
        );

    private int? ItemOf(ReturnTableRow row)
    {
        var items = new string?[collection.Breakdowns.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = ItemIn(row, collection.Breakdowns[i]);
        }

        if (items.Contains(null))
        {
            return null;
        }

        var name = ReturnCollection.NameOf(items!);
        var item = collection.Items.ToList().IndexOf(name);
        if (_lineOfItem[item] is { } first)
        {
            faults.Add(
                ReturnFaultCodes.RowDuplicate,
                row.Line,
                null,
                name,
                $"Row {first} is for the same item. Keep one of the two."
            );
            return null;
        }

        _lineOfItem[item] = row.Line;
        return item;
    }

    /// <summary>The item as the collection writes it; null where the row has none of it.</summary>
    private string? ItemIn(ReturnTableRow row, ReturnBreakdown breakdown)
    {
        if (headings.Find(breakdown.Column) is not { } position)
        {
            return null;
        }

        var text = row.Cells[position].Trim();
        var item = breakdown.Items.FirstOrDefault(item => CellText.Same(item, text));
        if (item is null && faults.IsPlain(text, row.Line, breakdown.Column))
        {
            var hint = NearestName.Hint(text, breakdown.Items);
            faults.Add(
                ReturnFaultCodes.ItemUnknown,
                row.Line,
                breakdown.Column,
                text,
                $"This is no item of this column.{hint} Write one of: {string.Join("; ", breakdown.Items)}."
            );
        }

        return item;
    }
}
