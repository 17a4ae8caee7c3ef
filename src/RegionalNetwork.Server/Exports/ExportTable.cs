namespace RegionalNetwork.Server.Exports;

/// <summary>
/// A table to be written as a file in the DfE open data standard. Its rows are made anew each time they are asked for, from one
/// snapshot and for one caller, so that they are the same each time and need no memory.
/// </summary>
/// <param name="Name">Of the file, without its ending: lower-case letters, digits, hyphens and underscores.</param>
/// <param name="Columns">Filters, then indicators, after the columns of time and place.</param>
/// <param name="RowsAtMost">An upper bound that is known before any row is made.</param>
internal sealed record ExportTable(
    string Name,
    IReadOnlyList<ExportColumn> Columns,
    long RowsAtMost,
    IEnumerable<ExportRow> Rows
)
{
    public IEnumerable<string> Heading => [.. ExportPlace.Heading, .. Columns.Select(column => column.Name)];

    /// <summary>What it costs its caller to ask for it.</summary>
    public double CostUnits => RowsAtMost * (ExportPlace.Heading.Count + Columns.Count) / ExportLimits.CellsPerUnit;
}

/// <summary>A row: when, where, then a cell for each column.</summary>
internal readonly record struct ExportRow(ExportTime Time, ExportPlace Place, IReadOnlyList<string> Cells);

/// <param name="Unit">Of the standard: <c>%</c>, <c>£</c>, <c>£m</c>, <c>pp</c>, or empty.</param>
internal sealed record ExportColumn(
    string Name,
    bool IsFilter,
    string Label,
    string Group,
    string Unit,
    int? DecimalPlaces
)
{
    public static ExportColumn Filter(string name, string label) => new(name, true, label, "", "", null);

    public static ExportColumn Figure(string name, string label, string unit, int? decimalPlaces) =>
        new(name, false, label, "", unit, decimalPlaces);
}
