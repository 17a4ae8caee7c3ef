using RegionalNetwork.Server.Importing.Csv;
using RegionalNetwork.Server.Importing.Rows;

namespace RegionalNetwork.Server.Importing.Columns;

/// <summary>Tells filters from indicators by their cells, for a file without metadata.</summary>
internal static class InferredPlan
{
    // A column with this share of figures is an indicator with mistakes in it rather than a filter.
    private const double FigureShareOfIndicator = 0.9;

    public static ColumnPlan For(CsvTable table, ColumnLayout layout, FigureCells figures, FaultLog log)
    {
        var filters = new List<FilterColumn>();
        var indicators = new List<FigureColumn>();
        foreach (var index in layout.OwnColumns)
        {
            var column = layout.Header[index];
            switch (KindOf(table, index, figures))
            {
                case Kind.Indicator:
                    indicators.Add(new(index, column, LabelOf(column), "", UnitOf(column), null));
                    break;
                case Kind.Filter:
                    filters.Add(new(index, column, LabelOf(column)));
                    break;
                default:
                    log.Add(
                        Finding.Fault(
                            ImportFaultCodes.ColumnEmpty,
                            column,
                            null,
                            "No row has anything in this column. Delete it, or fill it in: x stands for not available."
                        )
                    );
                    break;
            }
        }

        return new ColumnPlan(filters, indicators, IsDeclared: false);
    }

    private static Kind KindOf(CsvTable table, int column, FigureCells figures)
    {
        var (filled, wellFormed, meant) = (0, 0, 0);
        for (var row = 0; row < table.RowCount; row++)
        {
            var cell = table.Cell(row, column);
            if (cell != TextPool.Empty)
            {
                filled++;
                wellFormed += figures.IsFigure(cell) ? 1 : 0;
                meant += figures.IsMeantAsFigure(cell) ? 1 : 0;
            }
        }

        return filled == 0 ? Kind.Empty
            : meant == filled || wellFormed > filled * FigureShareOfIndicator ? Kind.Indicator
            : Kind.Filter;
    }

    private static string LabelOf(string column)
    {
        var label = column.Replace('_', ' ').Trim();
        return label.Length == 0 ? column : char.ToUpperInvariant(label[0]) + label[1..];
    }

    /// <summary>A percentage by name: <c>inpost_fte_percent</c>, <c>pt_l2basics_95</c>, <c>turnover_rate_fte</c>; not <c>rate_per_10000</c>.</summary>
    private static string UnitOf(string column)
    {
        var words = column.ToLowerInvariant().Split('_');
        var isPercentage =
            words[0] is "pt"
            || words[^1].EndsWith('%')
            || words.Any(word => word is "percent" or "percentage" or "pct")
            || (words.Contains("rate") && !words.Contains("per"));
        return isPercentage ? "%" : "";
    }

    private enum Kind
    {
        Empty,
        Filter,
        Indicator,
    }
}
