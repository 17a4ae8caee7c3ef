using Npgsql;

namespace RegionalNetwork.EventSourcing.Journal.PostgreSql;

/// <summary>
/// The formats of what is kept in a database, the journal or what nodes share beside it, and what leads from each to the next.
/// </summary>
/// <param name="Table">
/// Table of one row with the column <c>format</c>, in the schema of the journal; the first script makes it.
/// </param>
/// <param name="Steps">
/// Scripts, the first to format 1. A new store takes all, an old one those that it has not taken, in one transaction. A step that was
/// released never changes.
/// </param>
public sealed record PostgreSqlFormat(string Table, IReadOnlyList<string> Steps)
{
    /// <summary>The schema in which all tables are: one journal in a database.</summary>
    public const string Schema = "regional_network";

    /// <summary>"RNJ1" in ASCII: nobody else in this database takes an advisory lock of this number.</summary>
    internal const long AppendLock = 0x524E4A31;

    private const string JournalTable = "journal";

    private const string IsForeignSql = "SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = 'regional_network')";

    private const string BeginSchemaSql =
        "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'regional_network') "
        + "THEN CREATE SCHEMA regional_network; END IF; END $$";

    public static PostgreSqlFormat Journal { get; } =
        new(JournalTable, [Script(typeof(PostgreSqlFormat), "format-1.sql")]);

    /// <summary>A script embedded in the assembly of a type, in the type's namespace.</summary>
    public static string Script(Type type, string name)
    {
        ArgumentNullException.ThrowIfNull(type);
        using var stream = type.Assembly.GetManifestResourceStream(type, name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Whether it was ever begun in a database.</summary>
    public bool IsThere(NpgsqlConnection connection) => IsThere(connection, Table);

    /// <summary>
    /// Begins it, or brings an old one to the newest format; a crash half-way leaves it as it was. For a role that may only append it
    /// is enough that both are done. What nodes share is begun beside a journal only.
    /// </summary>
    /// <exception cref="JournalFormatException">The schema is another program's, or newer than this program.</exception>
    public void Bring(NpgsqlConnection connection, PostgreSqlDatabase database)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(database);
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
            if (Table == JournalTable)
            {
                Execute(connection, BeginSchemaSql);
            }
        }

        for (; format < Steps.Count; format++)
        {
            Execute(connection, Steps[format]);
        }

        Execute(
            connection,
            $"INSERT INTO regional_network.{Table} (format) VALUES ({Steps.Count}) "
                + "ON CONFLICT (id) DO UPDATE SET format = excluded.format"
        );
        transaction.Commit();
    }

    /// <summary>0 where no journal was ever begun.</summary>
    private int Read(NpgsqlConnection connection, PostgreSqlDatabase database)
    {
        if (!IsThere(connection))
        {
            return 0;
        }

        var format = (int)Find(connection, $"SELECT format FROM regional_network.{Table}")!;
        return format <= Steps.Count
            ? format
            : throw new JournalFormatException(
                $"The {database.Kind} {database.Name} has format {format}; this version knows formats up to {Steps.Count}. Nothing was "
                    + "changed in it. Run the version that wrote it, or a later one.",
                innerException: null
            );
    }

    private void ThrowIfNotToBegin(NpgsqlConnection connection, PostgreSqlDatabase database)
    {
        var isBeside = Table != JournalTable;
        if (!database.Options.MayBegin || (isBeside && !IsThere(connection, JournalTable)))
        {
            throw new JournalFormatException($"There is no journal {database.Name}.", innerException: null);
        }

        if (!isBeside && IsTrue(connection, IsForeignSql))
        {
            throw new JournalFormatException(
                $"The schema {Schema} {database.Name} holds tables but no journal. Nothing was changed in it. Name another database.",
                innerException: null
            );
        }
    }

    private static bool IsThere(NpgsqlConnection connection, string table) =>
        IsTrue(
            connection,
            $"SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = 'regional_network' AND tablename = '{table}')"
        );

    private static bool IsTrue(NpgsqlConnection connection, string sql) => Find(connection, sql) is true;

    private static object? Find(NpgsqlConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
