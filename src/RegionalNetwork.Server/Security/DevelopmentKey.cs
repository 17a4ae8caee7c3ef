using Microsoft.IdentityModel.Tokens;
using RegionalNetwork.Server.Stores;

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
        var path = Path.Combine(data.FullName, "keys", "development-signing.key");
        try
        {
            return new SymmetricSecurityKey(SecretFile.ReadOrMake(path, KeyBytes));
        }
        catch (InvalidDataException fault)
        {
            throw new InvalidDataException($"{fault.Message} Delete it to have a new one made.", fault);
        }
    }
}
