using Microsoft.Data.Sqlite;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Sqlite;
using RegionalNetwork.Server.People;

namespace RegionalNetwork.Server.Security.Sessions;

/// <summary>
/// <c>keys/sessions.db</c>: the open sessions of a node that shares them with no other. Readable by its owner alone.
/// </summary>
internal sealed class SessionFile : ISessionStore
{
    private const string ReadSql = "SELECT id, person, browser, begun, used, ends FROM sessions";

    /// <summary>"RNS1" in ASCII.</summary>
    private const int ApplicationId = 0x524E5331;

    private static readonly SqliteFormat Format = new(
        "list of sessions",
        ApplicationId,
        [SqliteFormat.Script(typeof(SessionFile).Assembly, "RegionalNetwork.Server.Security.Sessions.sessions-1.sql")]
    );

    private readonly SqliteFile _file;
    private readonly SqliteConnection _connection;

    private SessionFile(SqliteFile file)
    {
        _file = file;
        _connection = file.ConnectWriter();
    }

    /// <summary>Opens the list of a data folder, making it where it is missing.</summary>
    /// <exception cref="JournalFormatException">The file is something else, is damaged, or is newer than this program.</exception>
    /// <exception cref="JournalUnavailableException">The file cannot be created, read or written. So too from each member.</exception>
    public static SessionFile In(DirectoryInfo data)
    {
        var path = Path.Combine(data.FullName, "keys", "sessions.db");
        PrivateFiles.Make(path);
        var file = SqliteFile.Open(Format, path, SecurityLimits.SessionFileBytes, SecurityLimits.SessionFileWait);
        try
        {
            return new SessionFile(file);
        }
        catch (SqliteException fault)
        {
            throw file.Translate(fault);
        }
    }

    public long Version() => Use(() => SqliteFile.ReadNumber(_connection, "PRAGMA data_version"));

    public IReadOnlyList<OpenSession> Read() => ReadAll(ReadSql);

    public OpenSession? Find(string id) => ReadAll(ReadSql + " WHERE id = $1", id).SingleOrDefault();

    public void Change(OpenSession? begun, IReadOnlyCollection<string> ended) =>
        Use(() =>
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            using var remove = new SqliteStatement(_connection, "DELETE FROM sessions WHERE id = $1", 1);
            foreach (var id in ended)
            {
                remove.Execute(id);
            }

            if (begun is not null)
            {
                using var add = new SqliteStatement(
                    _connection,
                    "INSERT INTO sessions (id, person, browser, begun, used, ends) VALUES ($1, $2, $3, $4, $5, $6)",
                    6
                );
                add.Execute(
                    begun.Id,
                    begun.Person,
                    begun.Browser,
                    begun.Begun.ToUnixTimeSeconds(),
                    begun.Used.ToUnixTimeSeconds(),
                    begun.Ends.ToUnixTimeSeconds()
                );
            }

            transaction.Commit();
            return 0;
        });

    public void Mark(string id, DateTimeOffset used) =>
        Use(() =>
        {
            using var mark = new SqliteStatement(_connection, "UPDATE sessions SET used = $2 WHERE id = $1", 2);
            mark.Execute(id, used.ToUnixTimeSeconds());
            return 0;
        });

    public void Dispose() => _connection.Dispose();

    private List<OpenSession> ReadAll(string sql, params object[] values) =>
        Use(() =>
        {
            using var statement = new SqliteStatement(_connection, sql, values.Length);
            using var rows = statement.Query(values);
            var sessions = new List<OpenSession>();
            while (rows.Read())
            {
                sessions.Add(OpenSession.Read(rows));
            }

            return sessions;
        });

    private T Use<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (SqliteException fault)
        {
            throw _file.Translate(fault);
        }
    }
}
