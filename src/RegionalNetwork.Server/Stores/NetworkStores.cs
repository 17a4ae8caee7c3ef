using System.Xml.Linq;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.Backups;
using RegionalNetwork.Server.Federation;
using RegionalNetwork.Server.Federation.Status;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.People;
using RegionalNetwork.Server.Security.Sessions;

namespace RegionalNetwork.Server.Stores;

/// <summary>
/// What a network keeps beside its journal: files of the data folder, or, where the journal is in a database that other nodes may use
/// too, tables beside it. Sessions are not among it: who opens cookies opens them.
/// </summary>
internal sealed class NetworkStores : IAsyncDisposable
{
    private readonly DirectoryInfo? _data;
    private readonly SharedTables? _tables;

    private NetworkStores(DirectoryInfo? data, SharedTables? tables, AccessLog accessLog) =>
        (_data, _tables, AccessLog) = (data, tables, accessLog);

    /// <summary>Who read another council's named unpublished data.</summary>
    public AccessLog AccessLog { get; }

    /// <summary>Whether anything may ever have been recorded: a log that was never begun is not begun to be read.</summary>
    public bool HasAccessLog => _data is null ? _tables is not null : File.Exists(AccessFile.In(_data));

    /// <summary>Whether anybody may ever have got a key.</summary>
    public bool HasVault => _data is null ? _tables is not null : File.Exists(SqlitePersonVault.PathIn(_data));

    /// <summary>Opens them, beginning what is missing when it is first needed. The journal must be there.</summary>
    /// <exception cref="EventSourcing.Journal.JournalFormatException">The tables are newer than this program.</exception>
    /// <exception cref="EventSourcing.Journal.JournalUnavailableException">The database cannot be reached or used.</exception>
    public static NetworkStores Open(JournalPlace place) =>
        place.PostgreSql is null ? In(place.Data) : In(SharedTables.Open(place));

    /// <summary>Opens them to be read. In a database nothing is begun.</summary>
    /// <inheritdoc cref="Open"/>
    public static NetworkStores OpenExisting(JournalPlace place)
    {
        if (place.PostgreSql is null)
        {
            return In(place.Data);
        }

        return SharedTables.OpenExisting(place) is { } tables
            ? In(tables)
            : new NetworkStores(data: null, tables: null, AccessLog.Temporary());
    }

    /// <summary>An access log that goes when it is closed, for a network that has no place.</summary>
    public static NetworkStores Temporary() => new(data: null, tables: null, AccessLog.Temporary());

    /// <summary>Opens the keys of people; whoever opens them closes them.</summary>
    /// <exception cref="InvalidDataException">The key that wraps them is not in the data folder, or another one is.</exception>
    /// <exception cref="InvalidOperationException">There are none: <see cref="HasVault"/>.</exception>
    public IPersonKeys OpenVault()
    {
        if (_data is not null)
        {
            return SqlitePersonVault.In(_data);
        }

        return _tables is not null
            ? SharedPersonVault.Open(_tables, TimeProvider.System)
            : throw new InvalidOperationException("There are no keys of people.");
    }

    /// <summary>Opens what nodes tell each other of a federation; whoever opens it closes it. Null for one process, which tells nobody.</summary>
    public SharedReports? OpenFederationReports(TimeProvider clock) =>
        _tables is null ? null : new SharedReports(_tables, clock);

    /// <summary>The keys of cookies, as XML with their names.</summary>
    public IReadOnlyList<(string Name, XElement Element)> ReadCookieKeys()
    {
        if (_data is not null)
        {
            return CookieKeyFiles.Read(_data);
        }

        if (_tables is null)
        {
            return [];
        }

        using var keys = new SharedCookieKeys(_tables);
        return keys.Read();
    }

    /// <summary>Adds keys of cookies as another place has them.</summary>
    public void AddCookieKeys(IReadOnlyList<(string Name, XElement Element)> keys)
    {
        if (_data is not null)
        {
            CookieKeyFiles.Write(_data, keys);
        }
        else if (_tables is not null && keys.Count > 0)
        {
            using var store = new SharedCookieKeys(_tables);
            store.Add(keys);
        }
    }

    /// <summary>Who the network is to others in a federation, PKCS #8; null where it never was anybody.</summary>
    public byte[]? ReadNodeKey()
    {
        if (_data is not null)
        {
            var file = NodeKey.FileIn(_data);
            return file.Exists ? File.ReadAllBytes(file.FullName) : null;
        }

        return _tables is null ? null : SharedNodeKey.Read(_tables);
    }

    /// <summary>Adds the key of the node as another place has it.</summary>
    /// <exception cref="InvalidDataException">There is another one.</exception>
    public void AddNodeKey(byte[] privateKey)
    {
        if (_data is not null)
        {
            var file = NodeKey.FileIn(_data);
            PrivateFiles.MakeFolder(file.DirectoryName!);
            PrivateFiles.MakeOnce(file, privateKey);
        }
        else if (_tables is not null)
        {
            SharedNodeKey.Add(_tables, privateKey);
        }

        if (!privateKey.AsSpan().SequenceEqual(ReadNodeKey()))
        {
            throw new InvalidDataException(
                $"{NodeKey.FileName} is another key than the one by which other nodes know this network already, which was left as it is. "
                    + "Move the file away; where it is the right one, restore the place that it belongs to."
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        await AccessLog.DisposeAsync();
        _tables?.Dispose();
    }

    private static NetworkStores In(DirectoryInfo data) => new(data, tables: null, AccessLog.In(data));

    private static NetworkStores In(SharedTables tables) => new(data: null, tables, AccessLog.In(tables));
}
