using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Server.Importing.Columns;
using RegionalNetwork.Server.Importing.Csv;
using RegionalNetwork.Server.Importing.Standard;

namespace RegionalNetwork.Server.Importing.Rows;

/// <summary>Reads one filter column: its items in order of appearance.</summary>
internal sealed class FilterReader(CsvTable table, FilterColumn column, ImportLimits limits, FaultLog log)
{
    private readonly Dictionary<int, (int Item, Finding? Finding)> _verdicts = [];
    private readonly List<string> _items = [];

    public Dimension Dimension => new(column.Column, column.Label, _items);

    /// <returns>The index of the row's item, or -1 when it is at fault.</returns>
    public int Read(int row)
    {
        var cell = table.Cell(row, column.Index);
        if (!_verdicts.TryGetValue(cell, out var verdict))
        {
            verdict = Judge(table.Texts[cell]);
            _verdicts.Add(cell, verdict);
        }

        if (verdict.Finding is { } finding)
        {
            log.Add(finding, table.Lines[row]);
        }

        return verdict.Item;
    }

    private (int Item, Finding? Finding) Judge(string text)
    {
        if (text.Length == 0)
        {
            return (
                -1,
                Finding.Fault(
                    ImportFaultCodes.FilterBlank,
                    column.Column,
                    null,
                    "Fill in the filter: Total where the row is about all."
                )
            );
        }

        if (TextRules.Check(column.Column, text) is { } finding)
        {
            return (-1, finding);
        }

        if (_items.Count >= limits.FilterItemsMax)
        {
            return (
                -1,
                Finding.Fault(
                    ImportFaultCodes.FilterItemsTooMany,
                    column.Column,
                    text,
                    $"The filter has more than {limits.FilterItemsMax:N0} different items. It holds text or identifiers "
                        + "rather than a breakdown: delete the column."
                )
            );
        }

        _items.Add(text);
        return (_items.Count - 1, null);
    }
}
