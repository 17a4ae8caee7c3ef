using Microsoft.Data.Sqlite;

namespace RegionalNetwork.EventSourcing.Journal.Sqlite;

/// <summary>The file of a journal: recognises it, creates it, connects to it.</summary>
/// <remarks>
/// Only SQLite ever opens the file. To open and close it by other means, even to look at its first bytes, would drop the locks that
/// other connections of this process hold on it (https://sqlite.org/howtocorrupt.html, section 2.2).
/// </remarks>
internal sealed class SqliteFile
{
    /// <summary>"RNJ1" in ASCII; tells this program's journals from other SQLite files.</summary>
    private const int ApplicationId = 0x524E4A31;

    /// <summary>The one format so far; see tables.sql.</summary>
    private const int Format = 1;

    /// <summary>The smallest page, and so the smallest database, that SQLite writes.</summary>
    private const int SmallestDatabaseBytes = 512;

    private readonly SqliteJournalOptions _options;

    static SqliteFile() => SQLitePCL.Batteries_V2.Init();

    private SqliteFile(SqliteJournalOptions options) => _options = options;

    public string Path => _options.Path;

    /// <exception cref="JournalFormatException">The file is something else, is damaged, or is newer than this program.</exception>
    /// <exception cref="JournalUnavailableException">The file cannot be created, read or written.</exception>
    public static SqliteFile Open(SqliteJournalOptions options)
    {
        var file = new SqliteFile(options with { Path = System.IO.Path.GetFullPath(options.Path) });
        try
        {
            if (!file.HoldsJournal())
            {
                file.Create();
            }
            return file;
        }
        catch (SqliteException fault)
        {
            throw SqliteFault.Translate(fault, file.Path);
        }
    }

    /// <summary>A connection that may append. There is one in each journal, used by one thread.</summary>
    public SqliteConnection ConnectWriter()
    {
        var connection = Connect(SqliteOpenMode.ReadWrite);
        // Durable when acknowledged: in WAL mode only FULL syncs the log at each commit.
        Execute(connection, "PRAGMA synchronous = FULL");
        Execute(connection, "PRAGMA foreign_keys = ON");
        // After a large import the log shrinks again.
        Execute(connection, "PRAGMA journal_size_limit = 67108864");
        Execute(
            connection,
            $"PRAGMA max_page_count = {_options.BytesMax / ReadNumber(connection, "PRAGMA page_size")}"
        );
        return connection;
    }

    /// <summary>A connection that reads. In WAL mode it neither waits for a writer nor makes one wait.</summary>
    public SqliteConnection ConnectReader()
    {
        // Not opened read-only: the reader that opens a journal last closed by a crash must be able to recover its log.
        var connection = Connect(SqliteOpenMode.ReadWrite);
        Execute(connection, "PRAGMA query_only = ON");
        return connection;
    }

    public static long ReadNumber(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Looks without writing; false when there is no file, or one in which no journal was ever begun.</summary>
    private bool HoldsJournal()
    {
        if (IsEmpty(Path))
        {
            // SQLite would throw a log away that has lost its database.
            return IsEmpty(Path + "-wal")
                ? false
                : throw new JournalFormatException(
                    $"The journal {Path} is missing or empty, but its log {Path}-wal holds entries. Nothing was changed in it. "
                        + "Put the journal back beside its log, or move the log away.",
                    innerException: null
                );
        }
        if (new FileInfo(Path).Length < SmallestDatabaseBytes)
        {
            // SQLite takes a file this small for an empty database, and would write over it.
            throw NotAJournal($"The file {Path} is not a journal.");
        }
        using var connection = Connect(SqliteOpenMode.ReadOnly);
        if (!HoldsJournal(connection))
        {
            return false;
        }
        ThrowIfCutShort(connection);
        return true;
    }

    private bool HoldsJournal(SqliteConnection connection)
    {
        var application = ReadNumber(connection, "PRAGMA application_id");
        var format = ReadNumber(connection, "PRAGMA user_version");
        var isEmpty = ReadNumber(connection, "SELECT count(*) FROM sqlite_schema") == 0;
        return (application, format) switch
        {
            (ApplicationId, Format) => true,
            (ApplicationId, > Format) => throw new JournalFormatException(
                $"The journal {Path} has format {format}; this version knows formats up to {Format}. Nothing was changed in it. "
                    + "Run the version that wrote it, or a later one.",
                innerException: null
            ),
            // What a crash between the creation of the file and its first commit leaves.
            (0, 0) when isEmpty => false,
            _ => throw NotAJournal($"The file {Path} is a SQLite database but not a journal."),
        };
    }

    /// <summary>SQLite reads what is missing of a last page as zeros. While there is a log, the missing part is in it.</summary>
    private void ThrowIfCutShort(SqliteConnection connection)
    {
        // In this order: another process may append at any time, but a journal never shrinks.
        var bytes = ReadNumber(connection, "PRAGMA page_count") * ReadNumber(connection, "PRAGMA page_size");
        if (IsEmpty(Path + "-wal") && new FileInfo(Path).Length < bytes)
        {
            throw new JournalFormatException(
                $"The journal {Path} is cut short. Nothing was changed in it. Keep a copy and restore it from a backup.",
                innerException: null
            );
        }
    }

    private static JournalFormatException NotAJournal(string finding) =>
        new(finding + " Nothing was changed in it. Name another file, or move this one away.", innerException: null);

    private static bool IsEmpty(string path) => new FileInfo(path) is not { Exists: true, Length: > 0 };

    private void Create()
    {
        using var connection = Connect(SqliteOpenMode.ReadWriteCreate);
        Execute(connection, "PRAGMA journal_mode = WAL");
        Execute(connection, "PRAGMA synchronous = FULL");
        using var transaction = connection.BeginTransaction(deferred: false);
        // Another process may have been first.
        if (!HoldsJournal(connection))
        {
            Execute(connection, ReadTables());
            Execute(connection, $"PRAGMA application_id = {ApplicationId}");
            Execute(connection, $"PRAGMA user_version = {Format}");
        }
        transaction.Commit();
    }

    private SqliteConnection Connect(SqliteOpenMode mode)
    {
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = mode,
            // A pool would keep the file open after the journal is closed.
            Pooling = false,
            // The provider retries a busy statement every 150 ms for this many seconds; SQLite's own handler, set below, is finer.
            DefaultTimeout = 1,
        };
        var connection = new SqliteConnection(text.ToString());
        try
        {
            connection.Open();
            Execute(connection, $"PRAGMA busy_timeout = {(int)_options.BusyWait.TotalMilliseconds}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static string ReadTables()
    {
        using var stream = typeof(SqliteFile).Assembly.GetManifestResourceStream(
            "RegionalNetwork.EventSourcing.Journal.Sqlite.tables.sql"
        )!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
