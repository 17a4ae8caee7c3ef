namespace RegionalNetwork.EventSourcing.Journal.Sqlite;

/// <summary>The formats of a journal in SQLite.</summary>
internal static class JournalFormat
{
    /// <summary>"RNJ1" in ASCII.</summary>
    private const int ApplicationId = 0x524E4A31;

    private const string Scripts = "RegionalNetwork.EventSourcing.Journal.Sqlite.";

    public static SqliteFormat Sqlite { get; } =
        new(
            "journal",
            ApplicationId,
            [
                SqliteFormat.Script(typeof(JournalFormat).Assembly, Scripts + "format-1.sql"),
                connection =>
                {
                    SqliteFormat.Script(typeof(JournalFormat).Assembly, Scripts + "format-2.sql")(connection);
                    EntryHashing.Run(connection);
                },
            ]
        );
}
