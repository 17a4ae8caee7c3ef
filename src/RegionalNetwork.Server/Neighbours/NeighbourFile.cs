using RegionalNetwork.Domain;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Neighbours;
using RegionalNetwork.Server.Importing;
using RegionalNetwork.Server.Importing.Csv;

namespace RegionalNetwork.Server.Neighbours;

/// <summary>What reading a file of neighbours gave: the sets, or every reason why there are none.</summary>
/// <param name="Sets">Null exactly when there are faults.</param>
internal sealed record NeighbourReading(
    IReadOnlyList<NeighbourSet>? Sets,
    IReadOnlyList<ImportFault> Faults,
    int FaultCount,
    IReadOnlyList<ImportFault> Warnings
);

/// <summary>
/// Reads statistical neighbours from CSV in either of two forms: long, a row for each pair with <c>old_la_code</c>,
/// <c>neighbour_old_la_code</c>, <c>rank</c> and perhaps <c>closeness</c> and <c>model</c>; or wide, a row for each council with
/// <c>neighbour_1</c> to <c>neighbour_10</c>. Codes are of three digits or nine characters, also former ones.
/// </summary>
internal static class NeighbourFile
{
    private static readonly ImportLimits FileLimits = ImportLimits.Default with
    {
        FileBytesMax = 4 * 1024 * 1024,
        RowsMax = Limits.CouncilsPerNeighbourModel * Limits.NeighboursPerCouncil,
    };

    /// <param name="model">Every row that names a model must name this one.</param>
    public static NeighbourReading Read(ImportSource source, string model, CouncilRegister register)
    {
        var log = new FaultLog(FileLimits);
        var bytes = SourceBytes.Read(source.Content, FileLimits.FileBytesMax);
        var table = SourceTable.Read(bytes, ImportFile.Data, FileLimits, log);
        var sets = table is null ? [] : ReadSets(table, model, register, log);
        return new NeighbourReading(log.FaultCount == 0 ? sets : null, log.Faults, log.FaultCount, log.Warnings);
    }

    private static IReadOnlyList<NeighbourSet> ReadSets(
        CsvTable table,
        string model,
        CouncilRegister register,
        FaultLog log
    )
    {
        if (NeighbourColumns.Find(table.Header, log) is not { } columns)
        {
            return [];
        }

        if (table.RowCount == 0)
        {
            log.Add(
                Finding.Fault(
                    ImportFaultCodes.RowsMissing,
                    null,
                    null,
                    "The file has no complete row. Add the neighbours below the heading."
                )
            );
        }

        var rows = new NeighbourRows(table, columns, register, log);
        for (var row = 0; row < table.RowCount; row++)
        {
            rows.Add(row, model);
        }

        return rows.Sets();
    }
}
