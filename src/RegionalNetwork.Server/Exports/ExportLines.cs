using System.Globalization;
using RegionalNetwork.Server.Importing.Metadata;

namespace RegionalNetwork.Server.Exports;

/// <summary>The lines of a table's two files.</summary>
internal static class ExportLines
{
    public static IEnumerable<IEnumerable<string>> OfData(ExportTable table) =>
        table
            .Rows.Select(row => row.Place.Cells(row.Time).Concat(row.Cells))
            .Prepend(table.Heading);

    /// <summary>One line for each filter and indicator; time and place need none.</summary>
    public static IEnumerable<IEnumerable<string>> OfMetadata(ExportTable table) =>
        table
            .Columns.Select(column =>
                (IEnumerable<string>)
                    [
                        column.Name,
                        column.IsFilter ? "Filter" : "Indicator",
                        column.Label,
                        column.Group,
                        column.Unit,
                        column.DecimalPlaces?.ToString(CultureInfo.InvariantCulture) ?? "",
                        "",
                        "",
                    ]
            )
            .Prepend(MetadataColumns.Mandatory);
}
