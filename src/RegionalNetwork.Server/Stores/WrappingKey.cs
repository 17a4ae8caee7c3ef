using System.Security.Cryptography;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.Server.Stores;

/// <summary>
/// The key that wraps keys which are kept in a database: in a file of every node (<see cref="WrappingKeyFiles"/>), the same on each,
/// and in no database, log or backup of one. So whoever has only the database, or any copy of it, has no key at all.
/// </summary>
internal sealed class WrappingKey
{
    private const string FingerprintOf = "regional-network.wrapping-key.v1\0";

    private readonly byte[] _key;

    public WrappingKey(byte[] key)
    {
        _key = key;
        Fingerprint = SHA256.HashData([.. Encoding.UTF8.GetBytes(FingerprintOf), .. key]);
    }

    /// <summary>SHA-256 by which a database knows the key again.</summary>
    public byte[] Fingerprint { get; }

    /// <summary>
    /// The key of the tables. The first node that needs one makes it; the database knows it again by its fingerprint, so that no node
    /// goes on with another one.
    /// </summary>
    /// <exception cref="InvalidDataException">The node has none, or another one.</exception>
    /// <exception cref="JournalUnavailableException">The database cannot be reached or used.</exception>
    public static WrappingKey Of(SharedTables tables, WrappingKeyFiles files)
    {
        using var store = new SharedStore(tables);
        if (ReadFingerprint(store) is null)
        {
            var made = files.ReadOrMake().Fingerprint;
            // Another node may have been first.
            store.Write(
                (
                    "INSERT INTO regional_network.wrapping_key (fingerprint) VALUES ($1) ON CONFLICT (id) DO NOTHING",
                    [new NpgsqlParameter { Value = made, NpgsqlDbType = NpgsqlDbType.Bytea }]
                )
            );
        }

        var keys = files.ReadAll();
        if (keys.Count == 0)
        {
            throw new InvalidDataException(
                $"Keys of cookies and people {tables.Database.Name} are wrapped with a key that is not here. Copy keys/wrapping.key "
                    + $"from another node's data folder, or from where you keep it, to {files.Path}."
            );
        }

        var fingerprint = ReadFingerprint(store)!;
        return keys.FirstOrDefault(key => key.IsKnownAs(fingerprint))
            ?? throw new InvalidDataException(
                $"{files.Path} is not the key with which keys of cookies and people {tables.Database.Name} are wrapped. Put the other "
                    + $"nodes' key in its place; if the key was changed (wrapping-key change), the new one as {files.Next}. No restart is "
                    + "needed."
            );
    }

    /// <summary>What the database knows the key by; null where nothing was ever wrapped.</summary>
    public static byte[]? ReadFingerprint(SharedStore store) =>
        store
            .Read("SELECT fingerprint FROM regional_network.wrapping_key", row => row.GetFieldValue<byte[]>(0))
            .SingleOrDefault();

    public bool IsKnownAs(ReadOnlySpan<byte> fingerprint) => fingerprint.SequenceEqual(Fingerprint);

    /// <param name="purpose">What kind of key it is.</param>
    /// <param name="name">Which one of its kind: what was wrapped under one name is not opened under another.</param>
    public byte[] Wrap(string purpose, string name, ReadOnlySpan<byte> secret) =>
        Sealing.Seal(_key, purpose, name, secret);

    /// <exception cref="JournalFormatException">
    /// The bytes were changed, or were wrapped for something else or with another key.
    /// </exception>
    public byte[] Unwrap(string purpose, string name, ReadOnlySpan<byte> wrapped) =>
        Sealing.Open(_key, purpose, name, wrapped)
        ?? throw new JournalFormatException(
            $"The wrapped key {name} was changed in the database. Restore it from a backup.",
            innerException: null
        );

    /// <summary>
    /// Knows something again without saying what it is: HMAC-SHA256, with a key of that purpose alone (HKDF), so that who has only the
    /// database cannot try out what it might be.
    /// </summary>
    /// <returns>32 bytes.</returns>
    public byte[] HashOf(string purpose, ReadOnlySpan<byte> what) =>
        HMACSHA256.HashData(
            HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, Sealing.KeyBytes, info: Encoding.UTF8.GetBytes(purpose)),
            what
        );
}
