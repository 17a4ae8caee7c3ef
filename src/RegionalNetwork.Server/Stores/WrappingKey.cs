using System.Security.Cryptography;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.Server.Stores;

/// <summary>
/// The key that wraps keys which are kept in a database: <c>keys/wrapping.key</c> in the data folder of every node, the same file
/// on each, and in no database, log or backup of one. So whoever has only the database, or any copy of it, has no key at all.
/// </summary>
internal sealed class WrappingKey
{
    private const string FingerprintOf = "regional-network.wrapping-key.v1\0";

    private readonly byte[] _key;

    private WrappingKey(byte[] key) => _key = key;

    /// <summary>Its file in a data folder.</summary>
    public static string PathIn(DirectoryInfo data) => Path.Combine(data.FullName, "keys", "wrapping.key");

    /// <summary>
    /// The key of the tables. The first node that needs one makes it; the database knows it again by its fingerprint, so that no node
    /// goes on with another one.
    /// </summary>
    /// <exception cref="InvalidDataException">The data folder has none, or another one.</exception>
    /// <exception cref="JournalUnavailableException">The database cannot be reached or used.</exception>
    public static WrappingKey Of(SharedTables tables, DirectoryInfo data)
    {
        using var store = new SharedStore(tables);
        var path = PathIn(data);
        if (ReadFingerprint(store) is null)
        {
            var made = FingerprintFor(SecretFile.ReadOrMake(path, Sealing.KeyBytes));
            // Another node may have been first.
            store.Write(
                (
                    "INSERT INTO regional_network.wrapping_key (fingerprint) VALUES ($1) ON CONFLICT (id) DO NOTHING",
                    [new NpgsqlParameter { Value = made, NpgsqlDbType = NpgsqlDbType.Bytea }]
                )
            );
        }

        if (!File.Exists(path))
        {
            throw new InvalidDataException(
                $"Keys of cookies and people {tables.Database.Name} are wrapped with a key that is not here. Copy keys/wrapping.key "
                    + $"from another node's data folder, or from where you keep it, to {path}."
            );
        }

        var key = SecretFile.Read(path, Sealing.KeyBytes);
        return FingerprintFor(key).AsSpan().SequenceEqual(ReadFingerprint(store))
            ? new WrappingKey(key)
            : throw new InvalidDataException(
                $"{path} is not the key with which keys of cookies and people {tables.Database.Name} are wrapped. Put the other "
                    + "nodes' keys/wrapping.key in its place."
            );
    }

    /// <param name="purpose">What kind of key it is.</param>
    /// <param name="name">Which one of its kind: what was wrapped under one name is not opened under another.</param>
    public byte[] Wrap(string purpose, string name, ReadOnlySpan<byte> secret) =>
        Sealing.Seal(_key, purpose, name, secret);

    /// <exception cref="JournalFormatException">The bytes were changed, or were wrapped for something else.</exception>
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

    private static byte[] FingerprintFor(byte[] key) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes(FingerprintOf), .. key]);

    private static byte[]? ReadFingerprint(SharedStore store) =>
        store
            .Read("SELECT fingerprint FROM regional_network.wrapping_key", row => row.GetFieldValue<byte[]>(0))
            .SingleOrDefault();
}
