using Npgsql;

namespace RegionalNetwork.EventSourcing.Journal.PostgreSql;

/// <summary>The formats of a journal in PostgreSQL, and what leads from each to the next.</summary>
/// <param name="Steps">
/// Scripts, the first from an empty schema to format 1. A new journal takes all, an old one those that it has not taken, in one
/// transaction. A step that was released never changes.
/// </param>
internal sealed record PostgreSqlFormat(IReadOnlyList<string> Steps)
{
    /// <summary>The schema in which all tables are: one journal in a database.</summary>
    public const string Schema = "regional_network";

    /// <summary>"RNJ1" in ASCII: nobody else in this database takes an advisory lock of this number.</summary>
    public const long AppendLock = 0x524E4A31;

    private const string IsThereSql =
        "SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = 'regional_network' AND tablename = 'journal')";

    private const string IsForeignSql = "SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = 'regional_network')";

    private const string BeginSchemaSql =
        "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'regional_network') "
        + "THEN CREATE SCHEMA regional_network; END IF; END $$";

    public static PostgreSqlFormat Newest { get; } = new([Script("format-1.sql")]);

    /// <summary>
    /// Begins a journal, or brings an old one to the newest format; a crash half-way leaves it as it was. For a role that may only
    /// append it is enough that both are done.
    /// </summary>
    /// <exception cref="JournalFormatException">The schema is another program's, or newer than this program.</exception>
    public void Bring(NpgsqlConnection connection, PostgreSqlDatabase database)
    {
        if (Read(connection, database) == Steps.Count)
        {
            return;
        }

        using var transaction = connection.BeginTransaction();
        // Another node may begin or upgrade it at the same time, or append.
        Execute(connection, $"SELECT pg_advisory_xact_lock({AppendLock})");
        var format = Read(connection, database);
        if (format == 0)
        {
            ThrowIfNotToBegin(connection, database);
            Execute(connection, BeginSchemaSql);
        }

        for (; format < Steps.Count; format++)
        {
            Execute(connection, Steps[format]);
        }

        Execute(
            connection,
            $"INSERT INTO regional_network.journal (format) VALUES ({Steps.Count}) "
                + "ON CONFLICT (id) DO UPDATE SET format = excluded.format"
        );
        transaction.Commit();
    }

    /// <summary>0 where no journal was ever begun.</summary>
    private int Read(NpgsqlConnection connection, PostgreSqlDatabase database)
    {
        if (!IsTrue(connection, IsThereSql))
        {
            return 0;
        }

        using var command = new NpgsqlCommand("SELECT format FROM regional_network.journal", connection);
        var format = (int)command.ExecuteScalar()!;
        return format <= Steps.Count
            ? format
            : throw new JournalFormatException(
                $"The journal {database.Name} has format {format}; this version knows formats up to {Steps.Count}. Nothing was "
                    + "changed in it. Run the version that wrote it, or a later one.",
                innerException: null
            );
    }

    private static void ThrowIfNotToBegin(NpgsqlConnection connection, PostgreSqlDatabase database)
    {
        if (!database.Options.MayBegin)
        {
            throw new JournalFormatException($"There is no journal {database.Name}.", innerException: null);
        }

        if (IsTrue(connection, IsForeignSql))
        {
            throw new JournalFormatException(
                $"The schema {Schema} {database.Name} holds tables but no journal. Nothing was changed in it. Name another database.",
                innerException: null
            );
        }
    }

    private static bool IsTrue(NpgsqlConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is true;
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Script(string name)
    {
        var type = typeof(PostgreSqlFormat);
        using var stream = type.Assembly.GetManifestResourceStream(type, name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
