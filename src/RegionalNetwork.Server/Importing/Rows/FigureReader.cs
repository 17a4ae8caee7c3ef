using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Server.Importing.Columns;
using RegionalNetwork.Server.Importing.Csv;

namespace RegionalNetwork.Server.Importing.Rows;

/// <summary>Reads the indicator columns and keeps each distinct text of their cells once.</summary>
internal sealed class FigureReader(CsvTable table, ColumnPlan plan, FigureCells figures, FaultLog log)
{
    private readonly Dictionary<string, int> _keptByText = [];
    private readonly List<string> _texts = [];

    /// <summary>The number kept for a text of the table, plus one: 0 stands for none yet.</summary>
    private readonly int[] _kept = new int[table.Texts.Count];
    private readonly int?[] _decimalPlaces = new int?[plan.Figures.Count];

    public IReadOnlyList<string> Texts => _texts;

    public IReadOnlyList<IndicatorColumn> Columns =>
        [
            .. plan.Figures.Select(
                (figure, index) =>
                    new IndicatorColumn(
                        figure.Column,
                        figure.Label,
                        figure.Group,
                        figure.Unit,
                        figure.DecimalPlaces ?? _decimalPlaces[index]
                    )
            ),
        ];

    /// <summary>Reports every cell that is no figure, in all rows.</summary>
    public void Check()
    {
        var findings = new Dictionary<int, Finding>();
        foreach (var figure in plan.Figures)
        {
            findings.Clear();
            for (var row = 0; row < table.RowCount; row++)
            {
                var text = table.Cell(row, figure.Index);
                if (figures.IsInOrder(text))
                {
                    continue;
                }

                if (!findings.TryGetValue(text, out var finding))
                {
                    finding = figures.Check(text, figure.Column);
                    findings.Add(text, finding);
                }

                log.Add(finding, table.Lines[row]);
            }
        }
    }

    /// <summary>The cells of the given rows, which must be without faults: an array for each indicator.</summary>
    public IReadOnlyList<int[]> Read(IReadOnlyList<int> rows)
    {
        var columns = new int[plan.Figures.Count][];
        for (var column = 0; column < columns.Length; column++)
        {
            var cells = columns[column] = new int[rows.Count];
            for (var index = 0; index < cells.Length; index++)
            {
                cells[index] = Keep(table.Cell(rows[index], plan.Figures[column].Index), column);
            }
        }

        return columns;
    }

    private int Keep(int text, int column)
    {
        if (_kept[text] == 0)
        {
            var keptText = figures.Kept(text);
            if (!_keptByText.TryGetValue(keptText, out var index))
            {
                index = _texts.Count;
                _texts.Add(keptText);
                _keptByText.Add(keptText, index);
            }

            _kept[text] = index + 1;
        }

        if (figures.DecimalPlaces(text) is { } places && places > (_decimalPlaces[column] ?? -1))
        {
            _decimalPlaces[column] = places;
        }

        return _kept[text] - 1;
    }
}
