using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using RegionalNetwork.Server.People;

namespace RegionalNetwork.Server.Federation;

/// <summary>
/// Who this node is to others: a key pair of the curve P-256, made when it is first asked for, in <c>keys/federation.key</c> of the
/// data folder, readable by its owner alone. Nodes that share a journal share the file too.
/// </summary>
internal sealed class NodeKey(DirectoryInfo data) : IDisposable
{
    /// <summary>In a data folder.</summary>
    public const string FileName = "keys/federation.key";

    private readonly Lazy<ECDsa> _key = new(() => Open(data));

    /// <summary>Base64 of the SubjectPublicKeyInfo.</summary>
    /// <exception cref="InvalidDataException">The file is no key. So too from each member.</exception>
    public string PublicKey => field ??= Convert.ToBase64String(_key.Value.ExportSubjectPublicKeyInfo());

    /// <summary>What other nodes know it by: the SHA-256 of the public key, base64url.</summary>
    public string Id => field ??= IdOf(_key.Value.ExportSubjectPublicKeyInfo());

    public SigningCredentials Credentials =>
        field ??= new(new ECDsaSecurityKey(_key.Value), SecurityAlgorithms.EcdsaSha256);

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

    private static ECDsa Open(DirectoryInfo data)
    {
        var file = new FileInfo(Path.Combine(data.FullName, FileName));
        if (!file.Exists)
        {
            file.Directory!.Create();
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            PrivateFiles.MakeOnce(file, made.ExportPkcs8PrivateKey());
        }

        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(File.ReadAllBytes(file.FullName), out _);
            return key;
        }
        catch (CryptographicException fault)
        {
            key.Dispose();
            throw new InvalidDataException(
                $"{file.FullName} is not the key of a node. Restore it from where it is kept, or delete it and join the hub anew.",
                fault
            );
        }
    }
}
