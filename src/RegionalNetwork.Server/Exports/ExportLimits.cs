namespace RegionalNetwork.Server.Exports;

/// <summary>How much one file out may hold. A file is written row by row, so it is time that these bound, not memory.</summary>
internal static class ExportLimits
{
    /// <summary>Rows of one file, without its heading: as many as an import takes.</summary>
    public const int Rows = 500_000;

    /// <summary>Bytes of one file.</summary>
    public const long Bytes = 256L * 1024 * 1024;

    /// <summary>Cells that cost one unit of the caller's budget: a cell of a file is cheaper than a field of an answer.</summary>
    public const double CellsPerUnit = 10;

    /// <summary>Files that are made at the same time; who comes then is asked to come again.</summary>
    public const int AtOnce = 8;

    /// <summary>Seconds after which to come again.</summary>
    public const string RetryAfterSeconds = "5";

    /// <summary>Bytes that are gathered before they are written.</summary>
    public const int BufferBytes = 64 * 1024;
}
