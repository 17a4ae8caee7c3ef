using RegionalNetwork.Server.Importing.Columns;
using RegionalNetwork.Server.Importing.Csv;
using RegionalNetwork.Server.Importing.Standard;

namespace RegionalNetwork.Server.Importing.Metadata;

/// <summary>What the heading of a metadata file must hold to.</summary>
internal static class MetadataHeading
{
    /// <returns>Whether the rows below can be understood.</returns>
    public static bool Check(CsvTable table, ColumnLayout layout, FaultLog log)
    {
        var faultsBefore = log.FaultCount;
        foreach (var missing in MetadataColumns.Mandatory.Where(column => !layout.Has(column)))
        {
            Report(
                ImportFaultCodes.MetadataColumnMissing,
                missing,
                $"The metadata file must have the columns {string.Join(", ", MetadataColumns.Mandatory)}: "
                    + $"{missing} is missing.{log.Suggest(missing, table.Header)}"
            );
        }

        var seen = new HashSet<string>();
        foreach (var name in table.Header)
        {
            if (!MetadataColumns.All.Contains(StandardColumns.Normal(name)))
            {
                Report(
                    ImportFaultCodes.MetadataColumnUnknown,
                    name,
                    "A metadata file has no such column. Delete it or correct its name."
                        + log.Suggest(name, MetadataColumns.All)
                );
            }
            else if (!seen.Add(StandardColumns.Normal(name)))
            {
                Report(ImportFaultCodes.ColumnDuplicate, name, "Two columns have this name. Delete one.");
            }
        }

        return log.FaultCount == faultsBefore;

        void Report(string code, string column, string message) =>
            log.Add(Finding.Fault(code, column, null, message), ImportFile.Metadata, 1);
    }
}
