using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;
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
    private const string Purpose = "regional-network.person-key.v1";

    private const string RegistrationPurpose = "regional-network.registration.v1";

    private const string RowsSql = "SELECT code, wrapped FROM regional_network.people";

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
    /// <exception cref="EventSourcing.Journal.JournalUnavailableException">
    /// The database cannot be reached or used. So too from each member.
    /// </exception>
    public static SharedPersonVault Open(SharedTables tables, TimeProvider clock)
    {
        var vault = new SharedPersonVault(tables, clock);
        try
        {
            // At once, so that a node without it does not start.
            _ = tables.Key;
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
        var hash = _tables.Key.HashOf(RegistrationPurpose, identity);
        lock (_gate)
        {
            _store.Write(
                (
                    "INSERT INTO regional_network.registrations (identity, person) VALUES ($1, $2) ON CONFLICT (identity) DO NOTHING",
                    [Of(hash), Of(proposed)]
                )
            );
            return _store.Read(
                "SELECT person FROM regional_network.registrations WHERE identity = $1",
                row => row.GetString(0),
                Of(hash)
            )[0];
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
            _store.Write(
                (
                    "INSERT INTO regional_network.people (code, wrapped) SELECT * FROM unnest($1, $2) ON CONFLICT (code) DO NOTHING",
                    [
                        new NpgsqlParameter<string[]> { TypedValue = codes },
                        new NpgsqlParameter<byte[]?[]>
                        {
                            TypedValue = [.. people.Select(one => Wrap(one.Person, one.Key))],
                            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea,
                        },
                    ]
                )
            );
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
        foreach (
            var (person, wrapped) in _store.Read(
                sql,
                row => (row.GetString(0), row.IsDBNull(1) ? null : row.GetFieldValue<byte[]>(1)),
                values
            )
        )
        {
            _keys[person] = wrapped is null ? null : _tables.Key.Unwrap(Purpose, person, wrapped);
            VaultLimits.ThrowIfTooMany(_keys.Count);
        }
    }

    private byte[]? Wrap(string person, byte[]? key) => key is null ? null : _tables.Key.Wrap(Purpose, person, key);

    private static NpgsqlParameter<string> Of(string text) => new() { TypedValue = text };

    private static NpgsqlParameter<byte[]> Of(byte[] bytes) => new() { TypedValue = bytes };
}
