using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

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
            Create(file);
        }

        var key = File.ReadAllBytes(file.FullName);
        return key.Length == KeyBytes
            ? new SymmetricSecurityKey(key)
            : throw new InvalidDataException(
                $"{file.FullName} is not a key of {KeyBytes} bytes. Delete it to have a new one made."
            );
    }

    /// <summary>Written aside and moved into place, so that two processes starting together agree on one key.</summary>
    private static void Create(FileInfo file)
    {
        var draft = $"{file.FullName}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(draft, options))
        {
            stream.Write(RandomNumberGenerator.GetBytes(KeyBytes));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, file.FullName, overwrite: false);
        }
        catch (IOException) when (File.Exists(file.FullName))
        {
            // Another process was first; its key is the key.
            File.Delete(draft);
        }
    }
}
