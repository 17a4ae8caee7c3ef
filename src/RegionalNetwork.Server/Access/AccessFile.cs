using RegionalNetwork.EventSourcing.Journal.Sqlite;

namespace RegionalNetwork.Server.Access;

/// <summary>The access log's file in a data folder.</summary>
internal static class AccessFile
{
    public const string Name = "access.db";

    /// <summary>"RNA1" in ASCII.</summary>
    private const int ApplicationId = 0x524E4131;

    private static readonly SqliteFormat Format = new(
        "access log",
        ApplicationId,
        [SqliteFormat.Script(typeof(AccessFile).Assembly, "RegionalNetwork.Server.Access.access-1.sql")]
    );

    public static string In(DirectoryInfo data) => Path.Combine(data.FullName, Name);

    /// <summary>Opens the file, or begins one.</summary>
    public static SqliteFile Open(string path) =>
        SqliteFile.Open(Format, path, AccessLimits.FileBytes, AccessLimits.BusyWait);
}
