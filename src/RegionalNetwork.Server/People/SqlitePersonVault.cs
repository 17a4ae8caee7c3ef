using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Sqlite;

namespace RegionalNetwork.Server.People;

/// <summary>
/// A vault in one SQLite file, readable by its owner alone. All keys are in memory; another process's changes are noticed at the
/// next use.
/// </summary>
/// <remarks>
/// A destroyed key is overwritten, the file is written anew without it and the log is emptied. What a disk, a file system or a
/// backup keeps of overwritten blocks is out of its reach: encrypt the disk, and keep backups of the vault for days, not years.
/// </remarks>
internal sealed class SqlitePersonVault : PersonVault, IPersonKeys
{
    /// <summary>"RNP1" in ASCII.</summary>
    private const int ApplicationId = 0x524E5031;

    private static readonly SqliteFormat Format = new(
        "vault of people's keys",
        ApplicationId,
        [SqliteFormat.Script(typeof(SqlitePersonVault).Assembly, "RegionalNetwork.Server.People.people-1.sql")]
    );

    private readonly Lock _gate = new();
    private readonly SqliteFile _file;
    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _dataVersion;

    /// <summary>Null for those who were erased.</summary>
    private Dictionary<string, byte[]?> _keys = [];
    private long _seen = -1;

    private SqlitePersonVault(SqliteFile file)
    {
        _file = file;
        _connection = file.ConnectWriter();
        // Deleted content is overwritten, and what VACUUM copies never touches another file.
        SqliteFile.Execute(_connection, "PRAGMA secure_delete = ON");
        SqliteFile.Execute(_connection, "PRAGMA temp_store = MEMORY");
        _dataVersion = new SqliteStatement(_connection, "PRAGMA data_version", 0);
    }

    /// <summary>Opens the vault of a data folder, <c>keys/people.db</c>, making both where they are missing.</summary>
    /// <exception cref="JournalFormatException">The file is something else, is damaged, or is newer than this program.</exception>
    /// <exception cref="JournalUnavailableException">The file cannot be created, read or written.</exception>
    public static SqlitePersonVault In(DirectoryInfo data)
    {
        var file = OpenFile(data);
        SqlitePersonVault? vault = null;
        try
        {
            vault = new SqlitePersonVault(file);
            vault.Refresh();
            return vault;
        }
        catch (SqliteException fault)
        {
            vault?.Dispose();
            throw file.Translate(fault);
        }
    }

    /// <summary>The vault's file in a data folder.</summary>
    public static string PathIn(DirectoryInfo data) => Path.Combine(data.FullName, "keys", "people.db");

    /// <summary>Opens the file for whoever copies it, as <see cref="In"/> does.</summary>
    public static SqliteFile OpenFile(DirectoryInfo data)
    {
        var path = PathIn(data);
        PrivateFiles.Make(path);
        return SqliteFile.Open(Format, path, VaultLimits.FileBytes, VaultLimits.BusyWait);
    }

    public override void MakeKeys(IReadOnlyCollection<string> people)
    {
        foreach (var person in people)
        {
            PersonCodes.ThrowIfInvalid(person);
        }

        Use(() =>
        {
            string[] without = [.. people.Where(person => !_keys.ContainsKey(person)).Distinct()];
            if (without.Length > 0)
            {
                Insert([
                    .. without.Select(person => (person, (byte[]?)RandomNumberGenerator.GetBytes(PersonSeal.KeyBytes))),
                ]);
            }

            return 0;
        });
    }

    public override void Destroy(string person)
    {
        PersonCodes.ThrowIfInvalid(person);
        Use(() =>
        {
            using (
                var erase = new SqliteStatement(
                    _connection,
                    "INSERT INTO people (code, key) VALUES ($1, NULL) ON CONFLICT (code) DO UPDATE SET key = NULL",
                    1
                )
            )
            {
                erase.Execute(person);
            }

            if (_keys.GetValueOrDefault(person) is { } key)
            {
                CryptographicOperations.ZeroMemory(key);
            }

            _keys[person] = null;
            SqliteFile.Execute(_connection, "VACUUM");
            EmptyLog(person);
            return 0;
        });
    }

    public IReadOnlyList<(string Person, byte[]? Key)> ReadAll() =>
        Use<IReadOnlyList<(string, byte[]?)>>(() => [.. _keys.Select(one => (one.Key, one.Value?.ToArray()))]);

    public void Add(IReadOnlyCollection<(string Person, byte[]? Key)> people) =>
        Use(() =>
        {
            Insert(people);
            return 0;
        });

    public override void Dispose()
    {
        lock (_gate)
        {
            _dataVersion.Dispose();
            _connection.Dispose();
        }
    }

    /// <summary>A copy: the key in memory may be overwritten at any time.</summary>
    protected override byte[]? Find(string person) => Use(() => _keys.GetValueOrDefault(person)?.ToArray());

    private T Use<T>(Func<T> use)
    {
        lock (_gate)
        {
            try
            {
                Refresh();
                return use();
            }
            catch (SqliteException fault)
            {
                throw _file.Translate(fault);
            }
        }
    }

    /// <summary>Reads the keys when another connection has changed them.</summary>
    private void Refresh()
    {
        var version = _dataVersion.QueryNumber()!.Value;
        if (version == _seen)
        {
            return;
        }

        using var all = new SqliteStatement(_connection, "SELECT code, key FROM people", 0);
        using var rows = all.Query();
        var keys = new Dictionary<string, byte[]?>();
        while (rows.Read())
        {
            keys.Add(rows.GetString(0), rows.IsDBNull(1) ? null : rows.GetFieldValue<byte[]>(1));
            VaultLimits.ThrowIfTooMany(keys.Count);
        }

        (_keys, _seen) = (keys, version);
    }

    private void Insert(IReadOnlyCollection<(string Person, byte[]? Key)> people)
    {
        VaultLimits.ThrowIfTooMany(_keys.Count + people.Count);
        using var transaction = _connection.BeginTransaction(deferred: false);
        // Another process may have been first since the keys were read: its key is the key, and if it erased, so is that.
        using var add = new SqliteStatement(
            _connection,
            "INSERT INTO people (code, key) VALUES ($1, $2) ON CONFLICT (code) DO NOTHING",
            2
        );
        foreach (var (person, key) in people)
        {
            add.Execute(person, (object?)key ?? DBNull.Value);
        }

        transaction.Commit();
        _seen = -1;
        Refresh();
    }

    /// <summary>Until the log is empty it may still hold the page on which the key was.</summary>
    private void EmptyLog(string person)
    {
        if (SqliteFile.ReadNumber(_connection, "PRAGMA wal_checkpoint(TRUNCATE)") != 0)
        {
            throw new JournalUnavailableException(
                JournalUnavailableReason.Locked,
                $"The key of {person} is destroyed, but another process reads the vault {_file.Path} and so its log could not be "
                    + "emptied. Erase the person again.",
                innerException: null
            );
        }
    }
}
