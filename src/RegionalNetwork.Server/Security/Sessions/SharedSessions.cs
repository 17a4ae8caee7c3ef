using Npgsql;
using RegionalNetwork.Server.Stores;

namespace RegionalNetwork.Server.Security.Sessions;

/// <summary>The open sessions of all nodes, in the tables that they share.</summary>
internal sealed class SharedSessions(SharedTables tables) : ISessionStore
{
    private const string ReadSql = "SELECT id, person, browser, begun, used, ends FROM regional_network.sessions";

    private const string EndSql = "SELECT regional_network.end_sessions($1)";

    private const string BeginSql =
        "INSERT INTO regional_network.sessions (id, person, browser, begun, used, ends) VALUES ($1, $2, $3, $4, $5, $6) "
        + "ON CONFLICT (id) DO NOTHING";

    private const string MarkSql = "SELECT regional_network.mark_session($1, $2)";

    private readonly SharedStore _store = new(tables);

    public long Version() =>
        _store.Read("SELECT number FROM regional_network.session_changes", row => row.GetInt64(0))[0];

    public IReadOnlyList<OpenSession> Read() => _store.Read(ReadSql, OpenSession.Read);

    public OpenSession? Find(string id) =>
        _store.Read(ReadSql + " WHERE id = $1", OpenSession.Read, Of(id)).SingleOrDefault();

    public void Change(OpenSession? begun, IReadOnlyCollection<string> ended)
    {
        var statements = new List<(string, NpgsqlParameter[])>();
        if (ended.Count > 0)
        {
            statements.Add((EndSql, [new NpgsqlParameter<string[]> { TypedValue = [.. ended] }]));
        }

        if (begun is not null)
        {
            statements.Add(
                (
                    BeginSql,
                    [Of(begun.Id), Of(begun.Person), Of(begun.Browser), Of(begun.Begun), Of(begun.Used), Of(begun.Ends)]
                )
            );
        }

        if (statements.Count > 0)
        {
            _store.Write([.. statements]);
        }
    }

    public void Mark(string id, DateTimeOffset used) => _store.Write((MarkSql, [Of(id), Of(used)]));

    public void Dispose() => _store.Dispose();

    private static NpgsqlParameter<string> Of(string text) => new() { TypedValue = text };

    private static NpgsqlParameter<long> Of(DateTimeOffset moment) => new() { TypedValue = moment.ToUnixTimeSeconds() };
}
