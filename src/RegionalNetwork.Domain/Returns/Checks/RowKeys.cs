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
                    collection.Breakdown?.Column,
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
        if (collection.Breakdown is { } breakdown && headings.Find(breakdown.Column) is null)
        {
            return null;
        }

        var column = collection.Breakdown?.Column;
        var text = column is null ? ReturnCollection.TotalItem : row.Cells[headings.Find(column)!.Value].Trim();
        var item = IndexOf(text);
        if (item < 0)
        {
            if (faults.IsPlain(text, row.Line, column))
            {
                var hint = NearestName.Hint(text, collection.Items);
                faults.Add(
                    ReturnFaultCodes.ItemUnknown,
                    row.Line,
                    column,
                    text,
                    $"Write one of: {string.Join("; ", collection.Items)}.{hint}"
                );
            }

            return null;
        }

        if (_lineOfItem[item] is { } first)
        {
            faults.Add(
                ReturnFaultCodes.RowDuplicate,
                row.Line,
                column,
                collection.Breakdown is null ? null : text,
                collection.Breakdown is null
                    ? "This collection has one row for each council. Keep one of them."
                    : $"Row {first} is for the same item. Keep one of the two."
            );
            return null;
        }

        _lineOfItem[item] = row.Line;
        return item;
    }

    private int IndexOf(string text)
    {
        for (var item = 0; item < collection.Items.Count; item++)
        {
            if (CellText.Same(collection.Items[item], text))
            {
                return item;
            }
        }

        return -1;
    }
}
