using System.Security.Cryptography;

namespace RegionalNetwork.Server.Stores;

/// <summary>A random key in a file of its own that only its owner may read.</summary>
internal static class SecretFile
{
    /// <summary>The key; made the first time that it is asked for.</summary>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static byte[] ReadOrMake(string path, int bytes)
    {
        var file = new FileInfo(path);
        file.Directory!.Create();
        if (!file.Exists)
        {
            Make(file, bytes);
        }

        return Read(path, bytes);
    }

    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static byte[] Read(string path, int bytes)
    {
        var key = File.ReadAllBytes(path);
        return key.Length == bytes ? key : throw new InvalidDataException($"{path} is not a key of {bytes} bytes.");
    }

    /// <summary>Written aside and moved into place, so that two processes starting together agree on one key.</summary>
    private static void Make(FileInfo file, int bytes)
    {
        var draft = $"{file.FullName}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(draft, options))
        {
            stream.Write(RandomNumberGenerator.GetBytes(bytes));
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
