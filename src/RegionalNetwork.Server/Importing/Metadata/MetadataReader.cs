using RegionalNetwork.Domain;
using RegionalNetwork.Server.Importing.Columns;
using RegionalNetwork.Server.Importing.Csv;
using RegionalNetwork.Server.Importing.Standard;

namespace RegionalNetwork.Server.Importing.Metadata;

/// <summary>Reads the rows of a metadata file and holds them against the columns of the data file.</summary>
internal sealed class MetadataReader(CsvTable table, ColumnLayout data, FaultLog log)
{
    private static readonly IReadOnlyList<string> Units = ["", "£", "£m", "%", "pp", "numberstring"];

    // The length of a label that the Department for Education's own interface takes.
    private const int LabelCharactersAdvised = 80;

    private readonly ColumnLayout _layout = new(table.Header);
    private readonly HashSet<string> _names = [];
    private readonly HashSet<string> _labels = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<MetadataEntry> Read()
    {
        var entries = new List<MetadataEntry>();
        if (MetadataHeading.Check(table, _layout, log))
        {
            for (var row = 0; row < table.RowCount; row++)
            {
                if (ReadRow(row) is { } entry)
                {
                    entries.Add(entry);
                }
            }
        }

        return entries;
    }

    private MetadataEntry? ReadRow(int row)
    {
        for (var column = 0; column < table.Header.Count; column++)
        {
            if (TextRules.Check(table.Header[column], table.Text(row, column)) is { } finding)
            {
                log.Add(finding, ImportFile.Metadata, table.Lines[row]);
            }
        }

        var name = Text(row, MetadataColumns.Name);
        if (!CheckName(row, name) || TypeOf(row) is not { } isFilter)
        {
            return null;
        }

        CheckLabel(row);
        CheckOtherType(row, isFilter);
        return new MetadataEntry(
            table.Lines[row],
            name,
            isFilter,
            Text(row, MetadataColumns.Label),
            Text(row, MetadataColumns.IndicatorGrouping),
            UnitOf(row),
            DecimalPlacesOf(row, isFilter),
            GroupingColumnOf(row)
        );
    }

    private bool CheckName(int row, string name)
    {
        var problem =
            name.Length == 0
                ? (
                    ImportFaultCodes.MetadataNameBlank,
                    "Name the data column that this row describes, or delete the row."
                )
            : StandardColumns.IsReserved(StandardColumns.Normal(name))
                ? (
                    ImportFaultCodes.MetadataNameReserved,
                    "Delete this row: metadata describes filters and indicators, not time or geography."
                )
            : !_names.Add(StandardColumns.Normal(name))
                ? (ImportFaultCodes.MetadataNameDuplicate, "The column is described twice. Delete one of the rows.")
            : !data.Has(name)
                ? (
                    ImportFaultCodes.MetadataNameNotInData,
                    "The data file has no such column. Delete this row or correct the name."
                        + log.Suggest(name, data.OwnColumns.Select(index => data.Header[index]))
                )
            : ((string Code, string Message)?)null;
        if (problem is { } found)
        {
            Report(row, found.Code, MetadataColumns.Name, found.Message);
        }

        return problem is null;
    }

    private bool? TypeOf(int row)
    {
        switch (StandardColumns.Normal(Text(row, MetadataColumns.Type)))
        {
            case "filter":
                return true;
            case "indicator":
                return false;
            default:
                Report(row, ImportFaultCodes.MetadataTypeUnknown, MetadataColumns.Type, "Write Filter or Indicator.");
                return null;
        }
    }

    private void CheckLabel(int row)
    {
        var label = Text(row, MetadataColumns.Label);
        if (label.Length == 0)
        {
            Report(row, ImportFaultCodes.MetadataLabelBlank, MetadataColumns.Label, "Give the column a label.");
        }
        else if (!_labels.Add(label))
        {
            Report(
                row,
                ImportFaultCodes.MetadataLabelDuplicate,
                MetadataColumns.Label,
                "Another column has this label. Give each its own, so that readers can tell them apart."
            );
        }
        else if (label.Length > LabelCharactersAdvised)
        {
            log.Add(
                Finding.Warning(
                    ImportFaultCodes.TextTooLong,
                    MetadataColumns.Label,
                    label,
                    $"Keep labels to {LabelCharactersAdvised} characters."
                ),
                ImportFile.Metadata,
                table.Lines[row]
            );
        }
    }

    private void CheckOtherType(int row, bool isFilter)
    {
        foreach (var column in isFilter ? MetadataColumns.ForIndicatorOnly : MetadataColumns.ForFilterOnly)
        {
            if (Text(row, column).Length > 0)
            {
                Report(
                    row,
                    isFilter ? ImportFaultCodes.MetadataForIndicatorOnly : ImportFaultCodes.MetadataForFilterOnly,
                    column,
                    $"Leave {column} blank for {(isFilter ? "a filter" : "an indicator")}."
                );
            }
        }
    }

    private string UnitOf(int row)
    {
        var unit = Text(row, MetadataColumns.IndicatorUnit);
        if (!Units.Contains(unit))
        {
            Report(
                row,
                ImportFaultCodes.MetadataUnitUnknown,
                MetadataColumns.IndicatorUnit,
                "Write £, £m, %, pp or numberstring, or leave the unit blank."
            );
        }

        return unit;
    }

    private int? DecimalPlacesOf(int row, bool isFilter)
    {
        var text = Text(row, MetadataColumns.IndicatorDecimalPlaces);
        if (text.Length == 0)
        {
            if (!isFilter)
            {
                log.Add(
                    Finding.Warning(
                        ImportFaultCodes.MetadataDecimalPlacesMissing,
                        MetadataColumns.IndicatorDecimalPlaces,
                        Text(row, MetadataColumns.Name),
                        "Decimal places were taken from the figures. State them."
                    ),
                    ImportFile.Metadata,
                    table.Lines[row]
                );
            }

            return null;
        }

        if (text.Length <= 2 && text.All(char.IsAsciiDigit) && int.Parse(text) <= Limits.DecimalPlaces)
        {
            return int.Parse(text);
        }

        Report(
            row,
            ImportFaultCodes.MetadataDecimalPlacesInvalid,
            MetadataColumns.IndicatorDecimalPlaces,
            $"Write a whole number from 0 to {Limits.DecimalPlaces}."
        );
        return null;
    }

    private string? GroupingColumnOf(int row)
    {
        var column = Text(row, MetadataColumns.FilterGroupingColumn);
        if (column.Length == 0)
        {
            return null;
        }

        if (data.Has(column) && !StandardColumns.IsReserved(StandardColumns.Normal(column)))
        {
            return column;
        }

        Report(
            row,
            ImportFaultCodes.MetadataGroupingColumnAbsent,
            MetadataColumns.FilterGroupingColumn,
            "The data file has no such column to group by. Correct the name or leave it blank."
        );
        return null;
    }

    private string Text(int row, string column) => table.Text(row, _layout.IndexOf(column));

    private void Report(int row, string code, string column, string message) =>
        log.Add(Finding.Fault(code, column, Text(row, column), message), ImportFile.Metadata, table.Lines[row]);
}
