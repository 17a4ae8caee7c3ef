using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.PostgreSql;
using RegionalNetwork.EventSourcing.Journal.Sqlite;

namespace RegionalNetwork.Server.Hosting;

/// <summary>
/// Where a network keeps what it must not lose: the data folder, and the PostgreSQL database of the journal where that is not a
/// file of the folder.
/// </summary>
/// <param name="Data">
/// Folder of the journal, the access log and the keys; with a database, of the one key that wraps those which are kept there.
/// </param>
/// <param name="PostgreSql">Connection string of the journal's database; null for the file.</param>
internal sealed record JournalPlace(DirectoryInfo Data, string? PostgreSql)
{
    /// <summary>The journal's file in a data folder.</summary>
    public const string FileName = "journal.db";

    /// <summary>
    /// Whether snapshots are saved in the data folder, so that a start need not replay everything: where the journal is there too,
    /// unless something else is said. They hold what the journal holds.
    /// </summary>
    public bool SavesSnapshots { get; init; } = PostgreSql is null;

    public string FilePath => Path.Combine(Data.FullName, FileName);

    public static JournalPlace In(DirectoryInfo data) => new(data, PostgreSql: null);

    /// <summary>Opens the journal, or begins one. The data folder must be there.</summary>
    /// <exception cref="InvalidDataException">The connection string is none.</exception>
    /// <exception cref="JournalFormatException">What is there is no journal, or damaged, or newer.</exception>
    /// <exception cref="JournalUnavailableException">It cannot be reached or used.</exception>
    public IJournal Open() =>
        PostgreSql is null ? SqliteJournal.Open(FilePath) : Open(PostgreSqlJournalOptions.At(PostgreSql));

    /// <summary>Opens the journal. None is begun.</summary>
    /// <exception cref="FileNotFoundException">The folder has no journal.</exception>
    /// <inheritdoc cref="Open()"/>
    public IJournal OpenExisting()
    {
        if (PostgreSql is not null)
        {
            return Open(PostgreSqlJournalOptions.At(PostgreSql) with { MayBegin = false });
        }

        return File.Exists(FilePath)
            ? SqliteJournal.Open(FilePath)
            : throw new FileNotFoundException(
                $"There is no journal in {Data.FullName}. Name the data folder with --data."
            );
    }

    /// <summary>For logs: the connection string may hold a password.</summary>
    public override string ToString() => PostgreSql is null ? FilePath : "PostgreSQL";

    private static PostgreSqlJournal Open(PostgreSqlJournalOptions options) =>
        PostgreSqlJournal.Open(options, TimeProvider.System);
}
