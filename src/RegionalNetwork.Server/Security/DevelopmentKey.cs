using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using RegionalNetwork.Server.People;

namespace RegionalNetwork.Server.Security;

/// <summary>
/// The key that signs tokens for local use: made at random the first time that it is asked for, kept in the data folder,
/// readable by its owner alone. Only a Development host on loopback accepts what it signs.
/// </summary>
internal static class DevelopmentKey
{
    private const int KeyBytes = 32;

    public static SymmetricSecurityKey Of(DirectoryInfo data)
    {
        var file = new FileInfo(Path.Combine(data.FullName, "keys", "development-signing.key"));
        file.Directory!.Create();
        if (!file.Exists)
        {
            PrivateFiles.MakeOnce(file, RandomNumberGenerator.GetBytes(KeyBytes));
        }

        var key = File.ReadAllBytes(file.FullName);
        return key.Length == KeyBytes
            ? new SymmetricSecurityKey(key)
            : throw new InvalidDataException(
                $"{file.FullName} is not a key of {KeyBytes} bytes. Delete it to have a new one made."
            );
    }
}
