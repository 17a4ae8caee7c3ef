using System.Security.Cryptography;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Server.Importing.Columns;
using RegionalNetwork.Server.Importing.Csv;
using RegionalNetwork.Server.Importing.Metadata;
using RegionalNetwork.Server.Importing.Rows;

namespace RegionalNetwork.Server.Importing;

/// <summary>
/// Reads a file in the DfE open data standard. Every input gives a reading, never an exception, except what the streams
/// themselves throw. Pure otherwise: no file system, no clock, the same input gives the same reading.
/// </summary>
public static class OpenDataFile
{
    /// <param name="metadata">Labels, units and decimal places; null to infer them.</param>
    public static ImportReading Read(ImportSource data, ImportSource? metadata, CouncilRegister register) =>
        Read(data, metadata, register, ImportLimits.Default);

    public static ImportReading Read(
        ImportSource data,
        ImportSource? metadata,
        CouncilRegister register,
        ImportLimits limits
    )
    {
        var log = new FaultLog(limits);
        var dataBytes = SourceBytes.Read(data.Content, limits.FileBytesMax);
        var metadataBytes = metadata is null ? null : SourceBytes.Read(metadata.Content, limits.FileBytesMax);
        var dataTable = SourceTable.Read(dataBytes, ImportFile.Data, limits, log);
        var metadataTable = metadata is null ? null : SourceTable.Read(metadataBytes, ImportFile.Metadata, limits, log);
        var dataSet = dataTable is null
            ? null
            : ReadDataSet(dataTable, metadataTable, metadata is not null, register, limits, log);
        var (title, slug) = SuggestedName.From(data.FileName);
        return new ImportReading(
            log.FaultCount == 0 ? dataSet : null,
            log.Faults,
            log.FaultCount,
            log.Warnings,
            HashOf(dataBytes, metadata is not null, metadataBytes),
            title,
            slug
        );
    }

    private static DataSet? ReadDataSet(
        CsvTable table,
        CsvTable? metadata,
        bool isDeclared,
        CouncilRegister register,
        ImportLimits limits,
        FaultLog log
    )
    {
        var layout = new ColumnLayout(table.Header);
        HeadingRules.Check(layout, limits, log);
        if (layout.MissingColumns.Count > 1)
        {
            // Not a file in this standard: what its cells mean is not known.
            return null;
        }

        if (table.RowCount == 0)
        {
            log.Add(
                Finding.Fault(
                    ImportFaultCodes.RowsMissing,
                    null,
                    null,
                    "The file has no complete row. Add the figures below the heading."
                )
            );
            return null;
        }

        var figures = new FigureCells(table.Texts);
        var plan = PlanFor(table, metadata, isDeclared, layout, figures, log);
        CheckPlan(plan, limits, log);
        return new RowReader(table, layout, plan, figures, register, limits, log).Read();
    }

    private static ColumnPlan PlanFor(
        CsvTable table,
        CsvTable? metadata,
        bool isDeclared,
        ColumnLayout layout,
        FigureCells figures,
        FaultLog log
    )
    {
        if (!isDeclared)
        {
            log.Add(
                Finding.Warning(
                    ImportFaultCodes.MetadataMissing,
                    null,
                    null,
                    "There is no metadata file. Filters, labels, units and decimal places were inferred: check them."
                )
            );
            return InferredPlan.For(table, layout, figures, log);
        }

        var faultsBefore = log.FaultCount;
        var entries = metadata is null ? [] : new MetadataReader(metadata, layout, log).Read();
        // The file is refused when its metadata is faulty; inferring still finds the faults of its rows.
        return metadata is null || log.FaultCount > faultsBefore
            ? InferredPlan.For(table, layout, figures, log)
            : DeclaredPlan.For(entries, table, layout, log);
    }

    private static void CheckPlan(ColumnPlan plan, ImportLimits limits, FaultLog log)
    {
        if (plan.Filters.Count > limits.FiltersMax)
        {
            log.Add(
                Finding.Fault(
                    ImportFaultCodes.FiltersTooMany,
                    null,
                    null,
                    $"The file has {plan.Filters.Count} filters; at most {limits.FiltersMax} can be imported. Split the file."
                )
            );
        }

        if (plan.Figures.Count == 0 && log.FaultCount == 0)
        {
            log.Add(
                Finding.Fault(
                    ImportFaultCodes.IndicatorsMissing,
                    null,
                    null,
                    "No column holds figures. Add at least one indicator."
                )
            );
        }
    }

    private static string? HashOf(ReadOnlyMemory<byte>? data, bool hasMetadata, ReadOnlyMemory<byte>? metadata)
    {
        if (data is not { } dataBytes)
        {
            return null;
        }

        var dataHash = SHA256.HashData(dataBytes.Span);
        return !hasMetadata ? Convert.ToHexStringLower(dataHash)
            : metadata is { } bytes
                ? Convert.ToHexStringLower(SHA256.HashData([.. dataHash, .. SHA256.HashData(bytes.Span)]))
            : null;
    }
}
