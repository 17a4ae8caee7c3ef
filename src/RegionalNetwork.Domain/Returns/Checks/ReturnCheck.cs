using RegionalNetwork.Domain.Returns.Collections;

namespace RegionalNetwork.Domain.Returns.Checks;

/// <summary>
/// Reads a whole table before anything of it is kept: all that is wrong at once, by row and column, or the figures with what is
/// unusual in them.
/// </summary>
public static class ReturnCheck
{
    /// <param name="prior">What the same councils approved for the period before; null for nothing.</param>
    public static ReturnReading Read(
        ReturnCollection collection,
        ReturnPeriod period,
        ReturnUnit unit,
        ReturnTable table,
        ReturnContent? prior
    )
    {
        var faults = new FaultList();
        var headings = Headings.Read(collection, table.Headings, faults);
        var keys = new RowKeys(collection, period, unit, headings, faults);
        var cells = new ReturnFigure?[collection.Items.Count, collection.Fields.Count];
        var lines = new int?[collection.Items.Count];
        foreach (var row in table.Rows)
        {
            ReadRow(row);
        }

        if (table.Rows.Count == 0 && !table.IsIncomplete)
        {
            faults.Add(ReturnFaultCodes.RowsMissing, null, null, null, "The table has no rows. Fill in the template.");
        }
        else if (!table.IsIncomplete && IsComplete(collection, headings))
        {
            keys.ReportMissing();
        }

        new Relations(collection, cells, lines, faults).Check();
        if (faults.Any || table.IsIncomplete)
        {
            return new ReturnReading(null, faults.All, []);
        }

        var layout = new ReturnLayout(collection.Items, [.. collection.Fields.Select(field => field.Name)]);
        var figures = new ReturnFigures(layout, [.. cells.Cast<ReturnFigure?>().Select(cell => cell!.Value)]);
        return new ReturnReading(figures, [], Unusual.Find(collection, period, figures, prior));

        void ReadRow(ReturnTableRow row)
        {
            if (row.Cells.Count != headings.Count)
            {
                faults.Add(
                    ReturnFaultCodes.RowWrongLength,
                    row.Line,
                    null,
                    null,
                    $"The row has {row.Cells.Count} cells and the heading has {headings.Count}. Complete the row."
                );
                return;
            }

            var item = keys.Read(row);
            for (var field = 0; field < collection.Fields.Count; field++)
            {
                if (headings.Find(collection.Fields[field].Name) is not { } position)
                {
                    continue;
                }

                var figure = Cells.Read(
                    row.Cells[position],
                    row.Line,
                    collection.Fields[field],
                    table.IsMasked,
                    faults
                );
                if (item is { } known)
                {
                    (cells[known, field], lines[known]) = (figure, row.Line);
                }
            }
        }
    }

    /// <summary>Whether rows can be told apart at all.</summary>
    private static bool IsComplete(ReturnCollection collection, Headings headings) =>
        collection.Breakdowns.All(breakdown => headings.Find(breakdown.Column) is not null);
}
