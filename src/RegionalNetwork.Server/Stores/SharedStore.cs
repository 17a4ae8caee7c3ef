using Npgsql;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.PostgreSql;

namespace RegionalNetwork.Server.Stores;

/// <summary>
/// Statements of one store among the shared tables, on a connection of its own, and again on a new one when that is lost: each does
/// the same done twice as done once. For one thread at a time.
/// </summary>
internal sealed class SharedStore(SharedTables tables) : IDisposable
{
    /// <summary>What the database says to a key that was wrapped with another key than its own (stores-2.sql).</summary>
    private const string WrongKeyState = "RNK01";

    private readonly PostgreSqlWriter _writer = tables.NewWriter();

    /// <summary>Reads all rows of one statement.</summary>
    /// <exception cref="JournalUnavailableException">The database cannot be reached or used.</exception>
    public List<T> Read<T>(string sql, Func<NpgsqlDataReader, T> row, params NpgsqlParameter[] values) =>
        Run(connection =>
        {
            using var command = new NpgsqlCommand(sql, connection);
            command.Parameters.AddRange(Copies(values));
            using var rows = command.ExecuteReader();
            var all = new List<T>();
            while (rows.Read())
            {
                all.Add(row(rows));
            }

            return all;
        });

    /// <summary>Runs statements in one transaction, in one round trip; durable when this returns.</summary>
    /// <exception cref="JournalUnavailableException">None of it counts, or nobody knows whether it does.</exception>
    public void Write(params (string Sql, NpgsqlParameter[] Values)[] statements) =>
        Run(connection =>
        {
            using var batch = connection.CreateBatch();
            foreach (var (sql, values) in statements)
            {
                var command = new NpgsqlBatchCommand(sql);
                command.Parameters.AddRange(Copies(values));
                batch.BatchCommands.Add(command);
            }

            // Npgsql sends a batch as one implicit transaction.
            _writer.Commit(() => batch.ExecuteNonQuery());
            return 0;
        });

    public void Dispose() => _writer.Dispose();

    /// <summary>Runs whatever does the same done twice as done once.</summary>
    public T Run<T>(Func<NpgsqlConnection, T> run)
    {
        try
        {
            return _writer.Run(run);
        }
        catch (PostgresException fault) when (fault.SqlState == WrongKeyState)
        {
            throw new JournalFormatException(fault.MessageText, fault);
        }
        catch (Exception fault) when (!ReferenceEquals(tables.Database.Translate(fault), fault))
        {
            throw tables.Database.Translate(fault);
        }
    }

    /// <summary>A parameter belongs to one command, and what is asked again is another command.</summary>
    private static NpgsqlParameter[] Copies(NpgsqlParameter[] values) => [.. values.Select(value => value.Clone())];
}
