using System.Text.RegularExpressions;
using Npgsql;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Stores;
using RegionalNetwork.Server.Tests.Running;
using RegionalNetwork.Server.Tests.Tidy;
using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Server.Tests.Stores;

/// <summary>A database with a journal and the tables that nodes share, and the data folder of one node.</summary>
internal sealed partial class SharedDatabase : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly List<SharedTables> _opened = [];

    private SharedDatabase(string connection) => Connection = connection;

    /// <summary>As the superuser; after <see cref="ServeAsync"/> as the role that serves.</summary>
    public string Connection { get; private set; }

    /// <summary>Of the node.</summary>
    public DirectoryInfo Data => _data.Info;

    public SharedTables Tables { get; private set; } = null!;

    public JournalPlace Place => new(Data, Connection);

    public static async Task<SharedDatabase> NewAsync(SharedPostgreSql shared)
    {
        var database = new SharedDatabase(await shared.NewDatabaseAsync());
        await using (database.Place.Open())
        {
            // That begins the journal.
        }

        database.Tables = database.OpenAgain(database.Data);
        return database;
    }

    /// <summary>Opens the tables as another node would, whose data folder may be another one.</summary>
    public SharedTables OpenAgain(DirectoryInfo data) => OpenAgain(Place with { Data = data });

    public SharedTables OpenAgain(JournalPlace place)
    {
        var tables = SharedTables.Open(place);
        _opened.Add(tables);
        return tables;
    }

    /// <summary>From now on the node has a role that reads and inserts only, as <c>deploy/postgresql/roles.sql</c> makes it.</summary>
    public async Task ServeAsync()
    {
        // The roles are of the whole server, which other tests use.
        var sql = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "deploy/postgresql/roles.sql"));
        foreach (var role in new[] { "regional_network_owner", "regional_network" })
        {
            sql = sql.Replace(
                $"CREATE ROLE {role} LOGIN;",
                $"DO $$ BEGIN CREATE ROLE {role} LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;",
                StringComparison.Ordinal
            );
        }

        // Two tests at the same time cannot make the same role a member; a superuser need not be one.
        sql = Membership().Replace(sql, "");
        await PostgreSqlServer.ExecuteAsync(Connection, "DROP SCHEMA regional_network CASCADE");
        await PostgreSqlServer.ExecuteAsync(Connection, sql);
        var superuser = Connection;
        Connection = superuser + ";Username=regional_network_owner";
        await using (Place.Open())
        {
            // The owner prepares the journal, and the tables.
        }

        OpenAgain(Data).Dispose();
        Connection = superuser + ";Username=regional_network";
        Tables = OpenAgain(Data);
    }

    /// <summary>That the role that serves is refused each of these.</summary>
    public async Task AssertForbiddenAsync(params string[] statements)
    {
        foreach (var sql in statements)
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() =>
                PostgreSqlServer.ExecuteAsync(Connection, sql)
            );
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    public void Dispose()
    {
        _opened.ForEach(tables => tables.Dispose());
        _data.Dispose();
    }

    [GeneratedRegex(
        "(GRANT|REVOKE) regional_network_owner [^;]*;",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Membership();
}
