using Microsoft.Data.Sqlite;

namespace RegionalNetwork.EventSourcing.Journal.Sqlite;

/// <summary>A file of ours: recognises it, creates it, brings it to the newest format, connects to it.</summary>
/// <remarks>
/// Only SQLite ever opens the file. To open and close it by other means, even to look at its first bytes, would drop
/// the locks that other connections of this process hold on it (https://sqlite.org/howtocorrupt.html, section 2.2).
/// </remarks>
public sealed class SqliteFile
{
    /// <summary>The smallest page, and so the smallest database, that SQLite writes.</summary>
    private const int SmallestDatabaseBytes = 512;

    private readonly SqliteFormat _format;
    private readonly long _bytesMax;
    private readonly TimeSpan _busyWait;

    static SqliteFile() => SQLitePCL.Batteries_V2.Init();

    private SqliteFile(SqliteFormat format, string path, long bytesMax, TimeSpan busyWait)
    {
        (_format, _bytesMax, _busyWait) = (format, bytesMax, busyWait);
        Path = System.IO.Path.GetFullPath(path);
    }

    public string Path { get; }

    /// <param name="bytesMax">Size to which the file may grow.</param>
    /// <param name="busyWait">How long a connection waits for other processes to finish.</param>
    /// <exception cref="JournalFormatException">
    /// The file is something else, is damaged, or is newer than this program.
    /// </exception>
    /// <exception cref="JournalUnavailableException">The file cannot be created, read or written.</exception>
    public static SqliteFile Open(SqliteFormat format, string path, long bytesMax, TimeSpan busyWait)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(path);
        var file = new SqliteFile(format, path, bytesMax, busyWait);
        try
        {
            if (file.ReadFormat() < format.Number)
            {
                file.TakeSteps();
            }
            return file;
        }
        catch (SqliteException fault)
        {
            throw file.Translate(fault);
        }
    }

    /// <summary>What a fault means to those who use the file; one that is not SQLite's comes back as it is.</summary>
    public Exception Translate(Exception fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return fault switch
        {
            SqliteException error => SqliteFault.Translate(error, _format, Path),
            ObjectDisposedException => fault,
            // A value is missing, or of another kind, where the format always has one.
            InvalidOperationException or InvalidCastException or ArgumentException => SqliteFault.Damaged(
                _format,
                Path,
                fault
            ),
            _ => fault,
        };
    }

    /// <summary>A connection that may write. Whoever has the file open has one, used by one thread.</summary>
    public SqliteConnection ConnectWriter()
    {
        var connection = Connect(SqliteOpenMode.ReadWrite);
        // Durable when acknowledged: in WAL mode only FULL syncs the log at each commit.
        Execute(connection, "PRAGMA synchronous = FULL");
        Execute(connection, "PRAGMA foreign_keys = ON");
        // After a large import the log shrinks again.
        Execute(connection, "PRAGMA journal_size_limit = 67108864");
        Execute(connection, $"PRAGMA max_page_count = {_bytesMax / ReadNumber(connection, "PRAGMA page_size")}");
        return connection;
    }

    /// <summary>A connection that reads. In WAL mode it neither waits for a writer nor makes one wait.</summary>
    public SqliteConnection ConnectReader()
    {
        // Not opened read-only: the reader that opens a file last closed by a crash must be able to recover its log.
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

    /// <summary>Looks without writing; 0 when there is no file, or one in which nothing was ever begun.</summary>
    private long ReadFormat()
    {
        if (IsEmpty(Path))
        {
            // SQLite would throw a log away that has lost its database.
            return IsEmpty(Path + "-wal")
                ? 0
                : throw new JournalFormatException(
                    $"The {_format.Name} {Path} is missing or empty, but its log {Path}-wal holds entries. "
                        + $"Nothing was changed in it. Put the {_format.Name} back beside its log, or move the log away.",
                    innerException: null
                );
        }
        if (new FileInfo(Path).Length < SmallestDatabaseBytes)
        {
            // SQLite takes a file this small for an empty database, and would write over it.
            throw NotOurs($"The file {Path} is not {_format.WithArticle}.");
        }
        using var connection = Connect(SqliteOpenMode.ReadOnly);
        var format = ReadFormat(connection);
        if (format > 0)
        {
            ThrowIfCutShort(connection);
        }
        return format;
    }

    private long ReadFormat(SqliteConnection connection)
    {
        var application = ReadNumber(connection, "PRAGMA application_id");
        var format = ReadNumber(connection, "PRAGMA user_version");
        if (application == _format.ApplicationId && format > 0)
        {
            return format <= _format.Number
                ? format
                : throw new JournalFormatException(
                    $"The {_format.Name} {Path} has format {format}; this version knows formats up to {_format.Number}. "
                        + "Nothing was changed in it. Run the version that wrote it, or a later one.",
                    innerException: null
                );
        }
        var isEmpty = ReadNumber(connection, "SELECT count(*) FROM sqlite_schema") == 0;
        // What a crash between the creation of the file and its first commit leaves.
        return (application, format) is (0, 0) && isEmpty
            ? 0
            : throw NotOurs($"The file {Path} is a SQLite database but not {_format.WithArticle}.");
    }

    /// <summary>
    /// SQLite reads what is missing of a last page as zeros. While there is a log, the missing part is in it.
    /// </summary>
    private void ThrowIfCutShort(SqliteConnection connection)
    {
        // Looked at twice: another process may have made the file shorter between the two numbers of the first look.
        if (IsCutShort(connection) && IsCutShort(connection))
        {
            throw new JournalFormatException(
                $"The {_format.Name} {Path} is cut short. Nothing was changed in it. Keep a copy and restore it from a "
                    + "backup.",
                innerException: null
            );
        }
    }

    private bool IsCutShort(SqliteConnection connection)
    {
        // In this order: another process may append at any time.
        var bytes = ReadNumber(connection, "PRAGMA page_count") * ReadNumber(connection, "PRAGMA page_size");
        return IsEmpty(Path + "-wal") && new FileInfo(Path).Length < bytes;
    }

    private static JournalFormatException NotOurs(string finding) =>
        new(finding + " Nothing was changed in it. Name another file, or move this one away.", innerException: null);

    private static bool IsEmpty(string path) => new FileInfo(path) is not { Exists: true, Length: > 0 };

    /// <summary>Begins a file or brings an old one to the newest format; a crash half-way leaves it as it was.</summary>
    private void TakeSteps()
    {
        using var connection = Connect(SqliteOpenMode.ReadWriteCreate);
        Execute(connection, "PRAGMA journal_mode = WAL");
        Execute(connection, "PRAGMA synchronous = FULL");
        // Indexes grow in all places at once: with the usual cache most of their pages would be written many times.
        Execute(connection, $"PRAGMA cache_size = -{Limits.SqliteUpgradeKibibytes}");
        using var transaction = connection.BeginTransaction(deferred: false);
        // Another process may have been first.
        for (var format = ReadFormat(connection); format < _format.Number; format++)
        {
            _format.Steps[(int)format](connection);
            Execute(connection, $"PRAGMA application_id = {_format.ApplicationId}");
            Execute(connection, $"PRAGMA user_version = {format + 1}");
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
            // The provider retries a busy statement every 150 ms for this many seconds; SQLite's own handler, set
            // below, is finer.
            DefaultTimeout = 1,
        };
        var connection = new SqliteConnection(text.ToString());
        try
        {
            connection.Open();
            Execute(connection, $"PRAGMA busy_timeout = {(int)_busyWait.TotalMilliseconds}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
