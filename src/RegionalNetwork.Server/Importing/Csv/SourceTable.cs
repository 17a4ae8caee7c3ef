namespace RegionalNetwork.Server.Importing.Csv;

/// <summary>The bytes of a file as a table.</summary>
internal static class SourceTable
{
    /// <param name="bytes">Null for a file that was too large to read.</param>
    /// <returns>Null when there is no usable heading; the log then says why.</returns>
    public static CsvTable? Read(ReadOnlyMemory<byte>? bytes, ImportFile file, ImportLimits limits, FaultLog log)
    {
        if (bytes is not { } content)
        {
            log.Add(
                Finding.Fault(
                    ImportFaultCodes.FileTooLarge,
                    null,
                    null,
                    $"The file is larger than {limits.FileBytesMax:N0} bytes. Split it and import the parts."
                ),
                file,
                null
            );
            return null;
        }

        if (SourceEncoding.Check(content.Span) is { } fault)
        {
            log.Add(fault, file, null);
            return null;
        }

        if (content.Span[^1] is not ((byte)'\n' or (byte)'\r'))
        {
            log.Add(
                Finding.Warning(
                    ImportFaultCodes.FileEndsMidLine,
                    null,
                    null,
                    "The last line does not end with a line break. Check that the file is complete."
                ),
                file,
                null
            );
        }

        return new CsvTableReader(log, file, limits).Read(SourceEncoding.WithoutMark(content));
    }
}
