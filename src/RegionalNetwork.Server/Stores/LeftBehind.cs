using RegionalNetwork.Server.Backups;
using RegionalNetwork.Server.Federation;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.People;

namespace RegionalNetwork.Server.Stores;

/// <summary>
/// Access log and keys in the data folder of a node whose journal is in a database: before nodes shared them they stayed behind there.
/// </summary>
internal static class LeftBehind
{
    /// <summary>Copies them into the database, unless it has such already.</summary>
    /// <returns>Null where there was nothing to copy.</returns>
    public static async Task<CopiedStores?> BringAsync(JournalPlace place, CancellationToken cancellation)
    {
        await using var from = NetworkStores.OpenExisting(JournalPlace.In(place.Data));
        if (!from.HasAccessLog && !HasKeys(place.Data))
        {
            return null;
        }

        await using var to = NetworkStores.Open(place);
        using (var vault = to.OpenVault())
        {
            if (vault.ReadAll().Count > 0 || (await to.AccessLog.ReadHeadAsync(cancellation)).Position > 0)
            {
                return null;
            }
        }

        return await StoreCopy.RunAsync(from, to, cancellation);
    }

    /// <summary>A node that went on without them would know nobody.</summary>
    /// <param name="vault">Of the database.</param>
    /// <exception cref="InvalidDataException">The folder holds keys of people, and the database none.</exception>
    public static void ThrowIfKeys(JournalPlace place, IPersonKeys vault)
    {
        if (place.PostgreSql is not null && HasKeys(place.Data) && vault.ReadAll().Count == 0)
        {
            throw new InvalidDataException(
                $"{SqlitePersonVault.PathIn(place.Data)} holds keys of people, and the database none. Run the command prepare with this "
                    + "data folder once: it copies access log and keys into the database."
            );
        }
    }

    /// <summary>
    /// Brings the key of the node into the database, where nodes kept it each in their folder before. It is the same in every folder:
    /// another one is somebody else's.
    /// </summary>
    /// <exception cref="InvalidDataException">The database holds another one.</exception>
    public static void BringNodeKey(JournalPlace place, NetworkStores stores)
    {
        var file = NodeKey.FileIn(place.Data);
        if (place.PostgreSql is not null && file.Exists)
        {
            stores.AddNodeKey(File.ReadAllBytes(file.FullName));
        }
    }

    private static bool HasKeys(DirectoryInfo data)
    {
        if (!File.Exists(SqlitePersonVault.PathIn(data)))
        {
            return false;
        }

        using var vault = SqlitePersonVault.In(data);
        return vault.ReadAll().Count > 0;
    }
}
