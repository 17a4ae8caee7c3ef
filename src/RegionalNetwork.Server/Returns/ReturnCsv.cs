using RegionalNetwork.Domain;
using RegionalNetwork.Domain.Returns.Checks;
using RegionalNetwork.Server.Importing;
using RegionalNetwork.Server.Importing.Csv;

namespace RegionalNetwork.Server.Returns;

/// <summary>A return's table in a file: what of it can be read, and what is wrong with the rest.</summary>
internal static class ReturnCsv
{
    private static readonly ImportLimits FileLimits = ImportLimits.Default with
    {
        FileBytesMax = 1024 * 1024,
        RowsMax = Limits.FaultsPerReturn,
        ColumnsMax = Limits.ColumnsPerReturn * 2,
    };

    private static readonly ReturnTable Nothing = new([], [], IsIncomplete: true);

    public static int BytesMax => FileLimits.FileBytesMax;

    public static (ReturnTable Table, IReadOnlyList<ReturnFault> Faults) Read(ReadOnlyMemory<byte> bytes)
    {
        if (SourceEncoding.Check(bytes.Span) is { } encoding)
        {
            return (Nothing, [new ReturnFault(encoding.Code, null, null, null, encoding.Message)]);
        }

        var log = new FaultLog(FileLimits);
        var table = new CsvTableReader(log, ImportFile.Data, FileLimits).Read(SourceEncoding.WithoutMark(bytes));
        ReturnFault[] faults = [.. log.Faults.Select(FaultOf)];
        return (table is null ? Nothing : TableOf(table, faults.Length > 0), faults);
    }

    private static ReturnTable TableOf(CsvTable table, bool isIncomplete) =>
        new(
            table.Header,
            [
                .. table.Lines.Select(
                    (line, row) =>
                        new ReturnTableRow(
                            line,
                            [.. Enumerable.Range(0, table.Header.Count).Select(column => table.Text(row, column))]
                        )
                ),
            ],
            isIncomplete
        );

    private static ReturnFault FaultOf(ImportFault fault) =>
        new(fault.Code, fault.Row, fault.Column, fault.Value, fault.Message);
}
