using RegionalNetwork.Server.Importing.Csv;
using RegionalNetwork.Server.Importing.Metadata;
using RegionalNetwork.Server.Importing.Standard;

namespace RegionalNetwork.Server.Importing.Columns;

/// <summary>Filters and indicators as a metadata file declares them.</summary>
internal static class DeclaredPlan
{
    public static ColumnPlan For(
        IReadOnlyList<MetadataEntry> entries,
        CsvTable table,
        ColumnLayout layout,
        FaultLog log
    )
    {
        var groupings = entries
            .Where(entry => entry.GroupingColumn is not null)
            .Select(entry => StandardColumns.Normal(entry.GroupingColumn!))
            .ToHashSet();
        var byName = entries.ToDictionary(entry => StandardColumns.Normal(entry.Column));
        var filters = new List<FilterColumn>();
        var figures = new List<FigureColumn>();
        foreach (var index in layout.OwnColumns)
        {
            var column = layout.Header[index];
            if (byName.TryGetValue(StandardColumns.Normal(column), out var entry))
            {
                AddDeclared(entry, index, column);
            }
            else if (groupings.Contains(StandardColumns.Normal(column)))
            {
                // The same item name may stand in two groups: only group and item together tell the rows apart.
                filters.Add(new(index, column, column));
            }
            else
            {
                log.Add(NotDeclared(table, index, column));
            }
        }

        foreach (var entry in entries.Where(entry => groupings.Contains(StandardColumns.Normal(entry.Column))))
        {
            log.Add(
                Finding.Fault(
                    ImportFaultCodes.MetadataGroupingColumnListed,
                    MetadataColumns.Name,
                    entry.Column,
                    "Delete this row: a column that groups a filter is not described by itself."
                ),
                ImportFile.Metadata,
                entry.Line
            );
        }

        return new ColumnPlan(filters, figures, IsDeclared: true);

        void AddDeclared(MetadataEntry entry, int index, string column)
        {
            if (entry.IsFilter)
            {
                filters.Add(new(index, column, entry.Label));
            }
            else
            {
                figures.Add(new(index, column, entry.Label, entry.Group, entry.Unit, entry.DecimalPlaces));
            }
        }
    }

    private static Finding NotDeclared(CsvTable table, int index, string column) =>
        Finding.Warning(
            ImportFaultCodes.ColumnNotInMetadata,
            column,
            table.RowCount > 0 ? table.Text(0, index) : null,
            "The metadata file does not describe this column, so it was not read. Describe it, or delete it from the data."
        );
}
