using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.People;
using RegionalNetwork.Server.Stores;

namespace RegionalNetwork.Server.Federation;

/// <summary>
/// Who this node is to others: a key pair of the curve P-256, made when it is first asked for. In <c>keys/federation.key</c> of the
/// data folder, readable by its owner alone, or where nodes share a journal in its database, wrapped (<see cref="SharedNodeKey"/>).
/// </summary>
internal sealed class NodeKey : IDisposable
{
    /// <summary>In a data folder.</summary>
    public const string FileName = "keys/federation.key";

    private readonly Lazy<ECDsa> _key;

    /// <summary>What could not be read is tried again by the next caller.</summary>
    private NodeKey(Func<ECDsa> open) => _key = new(open, LazyThreadSafetyMode.PublicationOnly);

    /// <summary>Base64 of the SubjectPublicKeyInfo.</summary>
    /// <exception cref="InvalidDataException">The file is no key. So too from each member.</exception>
    /// <exception cref="JournalUnavailableException">The database cannot be reached or used. So too from each member.</exception>
    public string PublicKey => field ??= Convert.ToBase64String(_key.Value.ExportSubjectPublicKeyInfo());

    /// <summary>What other nodes know it by: the SHA-256 of the public key, base64url.</summary>
    public string Id => field ??= IdOf(_key.Value.ExportSubjectPublicKeyInfo());

    public SigningCredentials Credentials =>
        field ??= new(new ECDsaSecurityKey(_key.Value), SecurityAlgorithms.EcdsaSha256);

    public static NodeKey Of(JournalPlace place) =>
        place.PostgreSql is null
            ? In(place.Data)
            : new(() =>
            {
                using var tables = SharedTables.Open(place);
                return Open(SharedNodeKey.Read(tables) ?? SharedNodeKey.Add(tables, New()), tables.Database.Name);
            });

    /// <summary>In a data folder, for a network that is all there.</summary>
    public static NodeKey In(DirectoryInfo data) =>
        new(() =>
        {
            var file = FileIn(data);
            if (!file.Exists)
            {
                file.Directory!.Create();
                PrivateFiles.MakeOnce(file, New());
            }

            return Open(File.ReadAllBytes(file.FullName), file.FullName);
        });

    public static FileInfo FileIn(DirectoryInfo data) => new(Path.Combine(data.FullName, FileName));

    public static string IdOf(ReadOnlySpan<byte> publicKey) => Base64UrlEncoder.Encode(SHA256.HashData(publicKey));

    /// <summary>A public key of another node.</summary>
    /// <param name="publicKey">Base64 of its SubjectPublicKeyInfo, as somebody sent it.</param>
    /// <returns>Null where it is no key of the curve P-256.</returns>
    public static ECDsa? Read(string publicKey)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
            if (key.ExportParameters(false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value)
            {
                return key;
            }
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException)
        {
            // No key, as any other that cannot be used.
        }

        key.Dispose();
        return null;
    }

    public void Dispose()
    {
        if (_key.IsValueCreated)
        {
            _key.Value.Dispose();
        }
    }

    private static byte[] New()
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return made.ExportPkcs8PrivateKey();
    }

    /// <param name="where">For a message.</param>
    private static ECDsa Open(byte[] privateKey, string where)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(privateKey, out _);
            return key;
        }
        catch (CryptographicException fault)
        {
            key.Dispose();
            throw new InvalidDataException(
                $"{where} is not the key of a node. Restore it from where it is kept, or delete it and join the hub anew.",
                fault
            );
        }
    }
}
