using System.Security.Cryptography;
using Npgsql;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Stores;

namespace RegionalNetwork.Server.People;

/// <summary>
/// The vault of all nodes, in the tables that they share: each key wrapped by one that is in no database
/// (<see cref="WrappingKey"/>). Keys are in memory too; one that another node made is read when it is needed, one that another node
/// destroyed is gone here within <see cref="VaultLimits.SharedLook"/>.
/// </summary>
/// <remarks>
/// To destroy a key is to overwrite its row with nothing. What PostgreSQL keeps of the row before that, in a page until it is
/// vacuumed, in its log, on a standby, in whatever archive and backup, is a wrapped key: without the wrapping key it opens nothing.
/// Who has both, and such a copy from before the erasure, can open what was erased (deploy/README.md says what to do about that).
/// </remarks>
internal sealed class SharedPersonVault : PersonVault, IPersonKeys
{
    private const string RegistrationPurpose = "regional-network.registration.v1";

    private static readonly string RowsSql = WrappedTable.People.RowsSql;

    private readonly Lock _gate = new();
    private readonly SharedTables _tables;
    private readonly TimeProvider _clock;
    private readonly SharedStore _store;

    /// <summary>Null for those who were erased.</summary>
    private readonly Dictionary<string, byte[]?> _keys = [];
    private long _erased;
    private DateTimeOffset _lookedAt;

    private SharedPersonVault(SharedTables tables, TimeProvider clock)
    {
        (_tables, _clock) = (tables, clock);
        _store = new SharedStore(tables);
    }

    /// <exception cref="InvalidDataException">The wrapping key is not here, or is another one.</exception>
    /// <exception cref="JournalUnavailableException">
    /// The database cannot be reached or used. So too from each member.
    /// </exception>
    public static SharedPersonVault Open(SharedTables tables, TimeProvider clock)
    {
        var vault = new SharedPersonVault(tables, clock);
        try
        {
            // At once, so that a node without the wrapping key does not start.
            vault.Learn(RowsSql);
            vault._erased = vault._keys.Values.LongCount(key => key is null);
            return vault;
        }
        catch
        {
            vault.Dispose();
            throw;
        }
    }

    public override string CodeFor(ReadOnlySpan<byte> identity, string proposed)
    {
        PersonCodes.ThrowIfInvalid(proposed);
        var who = identity.ToArray();
        lock (_gate)
        {
            return _tables.WithKey(key => CodeFor(key, who, proposed));
        }
    }

    public override void MakeKeys(IReadOnlyCollection<string> people)
    {
        foreach (var person in people)
        {
            PersonCodes.ThrowIfInvalid(person);
        }

        lock (_gate)
        {
            Look();
            string[] without = [.. people.Where(person => !_keys.ContainsKey(person)).Distinct()];
            if (without.Length > 0)
            {
                Add([
                    .. without.Select(person => (person, (byte[]?)RandomNumberGenerator.GetBytes(PersonSeal.KeyBytes))),
                ]);
            }
        }
    }

    public override void Destroy(string person)
    {
        PersonCodes.ThrowIfInvalid(person);
        lock (_gate)
        {
            _store.Write(("SELECT regional_network.erase_person($1)", [Of(person)]));
            Forget(person);
        }
    }

    public IReadOnlyList<(string Person, byte[]? Key)> ReadAll()
    {
        lock (_gate)
        {
            _keys.Clear();
            Learn(RowsSql);
            return [.. _keys.Select(one => (one.Key, one.Value?.ToArray()))];
        }
    }

    public void Add(IReadOnlyCollection<(string Person, byte[]? Key)> people)
    {
        lock (_gate)
        {
            VaultLimits.ThrowIfTooMany(_keys.Count + people.Count);
            string[] codes = [.. people.Select(one => one.Person)];
            // Another node may have been first: its key is the key, and if it erased, so is that.
            _tables.WithKey(key =>
            {
                _store.Write(WrappedTable.People.Insert(key, people));
                return 0;
            });
            Learn(RowsSql + " WHERE code = ANY ($1)", new NpgsqlParameter<string[]> { TypedValue = codes });
        }
    }

    public override void Dispose()
    {
        lock (_gate)
        {
            _store.Dispose();
        }
    }

    /// <summary>A copy: the key in memory may be overwritten at any time.</summary>
    protected override byte[]? Find(string person)
    {
        lock (_gate)
        {
            Look();
            if (!_keys.ContainsKey(person))
            {
                Learn(RowsSql + " WHERE code = $1", Of(person));
            }

            return _keys.GetValueOrDefault(person)?.ToArray();
        }
    }

    /// <summary>Nobody who was erased comes back, so their number says whether another node has erased somebody.</summary>
    private void Look()
    {
        var now = _clock.GetUtcNow();
        if (now - _lookedAt < VaultLimits.SharedLook)
        {
            return;
        }

        var erased = _store.Read(
            "SELECT count(*) FROM regional_network.people WHERE wrapped IS NULL",
            row => row.GetInt64(0)
        )[0];
        if (erased != _erased)
        {
            var codes = _store.Read(
                "SELECT code FROM regional_network.people WHERE wrapped IS NULL",
                row => row.GetString(0)
            );
            codes.ForEach(Forget);
            _erased = codes.Count;
        }

        _lookedAt = now;
    }

    private void Forget(string person)
    {
        if (_keys.GetValueOrDefault(person) is { } key)
        {
            CryptographicOperations.ZeroMemory(key);
        }

        _keys[person] = null;
    }

    private void Learn(string sql, params NpgsqlParameter[] values)
    {
        var learned = _tables.WithKey(key =>
            _store
                .Read(
                    sql,
                    row => (Person: row.GetString(0), Wrapped: row.IsDBNull(1) ? null : row.GetFieldValue<byte[]>(1)),
                    values
                )
                .ConvertAll(row =>
                    (
                        row.Person,
                        Key: row.Wrapped is null ? null : WrappedTable.People.Unwrap(key, row.Person, row.Wrapped)
                    )
                )
        );
        foreach (var (person, key) in learned)
        {
            _keys[person] = key;
            VaultLimits.ThrowIfTooMany(_keys.Count);
        }
    }

    /// <summary>What was hashed with another key than the database's would be somebody else to every other node.</summary>
    private string CodeFor(WrappingKey key, byte[] identity, string proposed)
    {
        var hash = key.HashOf(RegistrationPurpose, identity);
        _store.Write(
            (
                "INSERT INTO regional_network.registrations (identity, person) SELECT $1, $2 FROM regional_network.wrapping_key "
                    + "WHERE fingerprint = $3 ON CONFLICT (identity) DO NOTHING",
                [Of(hash), Of(proposed), Of(key.Fingerprint)]
            )
        );
        var found = _store.Read(
            "SELECT person FROM regional_network.registrations WHERE identity = $1",
            row => row.GetString(0),
            Of(hash)
        );
        return found.Count > 0
            ? found[0]
            : throw new JournalFormatException("The wrapping key was changed.", innerException: null);
    }

    private static NpgsqlParameter<string> Of(string text) => new() { TypedValue = text };

    private static NpgsqlParameter<byte[]> Of(byte[] bytes) => new() { TypedValue = bytes };
}
