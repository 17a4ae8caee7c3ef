using Npgsql;
using NpgsqlTypes;
using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.Server.Stores;

/// <summary>
/// Wraps all that is wrapped in a database anew, with the next key, in one transaction: whatever happens on the way, all of it is
/// wrapped with the one key or all with the other, and the database says with which. Files are only read.
/// </summary>
/// <remarks>
/// Nodes may run meanwhile. Who adds a key or erases a person waits, a moment or as long as the lock's limit; who finds the key changed
/// takes the next one from its file. So every node should have that before.
/// </remarks>
internal static class WrappingKeyChange
{
    /// <returns>How many keys were wrapped anew; null where the database knew the next key already.</returns>
    /// <exception cref="InvalidDataException">A key is missing, or the database knows neither.</exception>
    /// <exception cref="JournalFormatException">A wrapped key was changed. Nothing was done.</exception>
    /// <exception cref="JournalUnavailableException">
    /// The database cannot be used, by this role perhaps. Run again, it finishes or says that it is done.
    /// </exception>
    public static int? Run(SharedTables tables)
    {
        var files = tables.KeyFiles;
        var keys = files.ReadAll();
        if (keys.Count < 2)
        {
            throw new InvalidDataException(
                $"It takes the key in use and the next one: {files.Path} and {files.Next}. Make the next one with wrapping-key new, copy "
                    + "it to every node and to where you keep it, then run this again."
            );
        }

        using var writer = tables.NewWriter();
        try
        {
            return writer.Run(connection => Run(connection, writer.Commit, tables.Database.Name, keys[0], keys[1]));
        }
        catch (Exception fault) when (!ReferenceEquals(tables.Database.Translate(fault), fault))
        {
            throw tables.Database.Translate(fault);
        }
    }

    /// <summary>Run again after it was lost whether it was committed, it finds that it was.</summary>
    private static int? Run(
        NpgsqlConnection connection,
        Action<Action> commit,
        string database,
        WrappingKey from,
        WrappingKey to
    )
    {
        using var transaction = connection.BeginTransaction();
        var known = ReadLocked(connection);
        if (to.IsKnownAs(known))
        {
            return null;
        }

        if (!from.IsKnownAs(known))
        {
            throw new InvalidDataException(
                $"Keys {database} are wrapped with neither of the two keys here. Nothing was changed. Take both files from a node that runs."
            );
        }

        var secrets = WrappedTable.All.Select(table => (Table: table, Rows: Unwrap(connection, table, from))).ToList();
        Execute(
            connection,
            "UPDATE regional_network.wrapping_key SET fingerprint = $1, was_changed = true",
            new NpgsqlParameter { Value = to.Fingerprint, NpgsqlDbType = NpgsqlDbType.Bytea }
        );
        // Hashes that the old key made; they only keep two nodes from registering somebody in one instant.
        Execute(connection, "DELETE FROM regional_network.registrations");
        foreach (var (table, rows) in secrets)
        {
            var (sql, values) = table.Update(to, rows);
            Execute(connection, sql, values);
        }

        commit(transaction.Commit);
        return secrets.Sum(each => each.Rows.Count);
    }

    /// <summary>Whoever adds a key holds this row until it is committed, so none is missed.</summary>
    private static byte[] ReadLocked(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(
            "SELECT fingerprint FROM regional_network.wrapping_key FOR UPDATE",
            connection
        );
        return command.ExecuteScalar() as byte[] ?? [];
    }

    /// <summary>Locked, so that nobody who is erased meanwhile comes back.</summary>
    private static List<(string Name, byte[]? Secret)> Unwrap(
        NpgsqlConnection connection,
        WrappedTable table,
        WrappingKey key
    )
    {
        using var command = new NpgsqlCommand(table.RowsSql + " WHERE wrapped IS NOT NULL FOR UPDATE", connection);
        using var rows = command.ExecuteReader();
        var secrets = new List<(string, byte[]?)>();
        while (rows.Read())
        {
            var name = rows.GetString(0);
            secrets.Add((name, table.Unwrap(key, name, rows.GetFieldValue<byte[]>(1))));
        }

        return secrets;
    }

    private static void Execute(NpgsqlConnection connection, string sql, params NpgsqlParameter[] values)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(values);
        command.ExecuteNonQuery();
    }
}
