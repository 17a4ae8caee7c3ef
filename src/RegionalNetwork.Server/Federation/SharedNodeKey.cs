using RegionalNetwork.Server.Stores;

namespace RegionalNetwork.Server.Federation;

/// <summary>
/// The key of the node in the tables that nodes share, wrapped: to others they are one node, so all of them sign with one key.
/// </summary>
internal static class SharedNodeKey
{
    private const string Name = "federation";

    /// <returns>The private key, PKCS #8; null where there is none yet.</returns>
    public static byte[]? Read(SharedTables tables)
    {
        using var store = new SharedStore(tables);
        return tables.WithKey(key =>
            store
                .Read(
                    WrappedTable.NodeKeys.RowsSql,
                    row => WrappedTable.NodeKeys.Unwrap(key, row.GetString(0), row.GetFieldValue<byte[]>(1))
                )
                .SingleOrDefault()
        );
    }

    /// <summary>Adds it, unless another node was first.</summary>
    /// <returns>What is the key from now on.</returns>
    public static byte[] Add(SharedTables tables, byte[] privateKey)
    {
        using (var store = new SharedStore(tables))
        {
            tables.WithKey(key =>
            {
                store.Write(WrappedTable.NodeKeys.Insert(key, [(Name, privateKey)]));
                return 0;
            });
        }

        return Read(tables)!;
    }
}
