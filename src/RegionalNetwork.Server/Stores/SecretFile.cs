using System.Security.Cryptography;
using RegionalNetwork.Server.People;

namespace RegionalNetwork.Server.Stores;

/// <summary>A random key in a file of its own that only its owner may read.</summary>
internal static class SecretFile
{
    /// <summary>The key; made the first time that it is asked for.</summary>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static byte[] ReadOrMake(string path, int bytes)
    {
        MakeIfMissing(path, bytes);
        return Read(path, bytes);
    }

    /// <summary>Makes the file, and its folder; of processes that start together one makes it.</summary>
    public static void MakeIfMissing(string path, int bytes)
    {
        var file = new FileInfo(path);
        file.Directory!.Create();
        if (!file.Exists)
        {
            PrivateFiles.MakeOnce(file, RandomNumberGenerator.GetBytes(bytes));
        }
    }

    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    private static byte[] Read(string path, int bytes)
    {
        var key = File.ReadAllBytes(path);
        return key.Length == bytes ? key : throw new InvalidDataException($"{path} is not a key of {bytes} bytes.");
    }
}
