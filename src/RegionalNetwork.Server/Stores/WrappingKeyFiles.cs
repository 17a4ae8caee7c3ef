using System.Text;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.Stores;

/// <summary>
/// The files of a node in which the key that wraps may be: one, and while the key is changed the next one beside it, of the same name
/// with <c>.next</c> behind. Whichever the database knows is the key, so it does not matter when the files are put in order.
/// </summary>
/// <param name="MayMake">Whether the first is made where it is missing.</param>
internal sealed record WrappingKeyFiles(string Path, bool MayMake)
{
    /// <summary>Of a file that is more than a key: no more is read.</summary>
    private const int BytesMax = 100;

    public string Next => Path + ".next";

    public static WrappingKeyFiles Of(JournalPlace place) =>
        place.WrappingKeyFile is { } file ? new(file, MayMake: false) : new(PathIn(place.Data), MayMake: true);

    /// <summary>Its file in a data folder.</summary>
    public static string PathIn(DirectoryInfo data) => System.IO.Path.Combine(data.FullName, "keys", "wrapping.key");

    /// <summary>The key, made where that may be.</summary>
    /// <exception cref="InvalidDataException">There is none, or something else.</exception>
    public WrappingKey ReadOrMake()
    {
        if (MayMake)
        {
            SecretFile.MakeIfMissing(Path, Sealing.KeyBytes);
        }

        return Read(Path)
            ?? throw new InvalidDataException(
                $"There is no key in {Path}, where Keys:WrappingFile says that the one is which wraps the keys of cookies and people. Put "
                    + $"{Sealing.KeyBytes} random bytes there, or their base64 (openssl rand -base64 {Sealing.KeyBytes}), the same for every node."
            );
    }

    /// <summary>Makes the next key, readable by its owner alone.</summary>
    /// <exception cref="InvalidDataException">There is one.</exception>
    public void MakeNext()
    {
        if (File.Exists(Next))
        {
            throw new InvalidDataException(
                $"There is a file {Next} already. Change to it with wrapping-key change; if that was done, move it to {Path} first."
            );
        }

        SecretFile.MakeIfMissing(Next, Sealing.KeyBytes);
    }

    /// <summary>The keys that are there, at most two.</summary>
    /// <exception cref="InvalidDataException">A file holds something else, or cannot be read.</exception>
    public IReadOnlyList<WrappingKey> ReadAll() => [.. new[] { Read(Path), Read(Next) }.OfType<WrappingKey>()];

    /// <summary>As bytes, or as the base64 of them, which is how stores of secrets keep what is no text.</summary>
    private static WrappingKey? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        byte[] content;
        try
        {
            using var file = File.OpenRead(path);
            content = new byte[BytesMax];
            content = content[..file.ReadAtLeast(content, BytesMax, throwOnEndOfStream: false)];
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new InvalidDataException(
                $"{path} holds the key that wraps, and the user who runs this may not read it. Give it to them alone.",
                fault
            );
        }

        if (content.Length == Sealing.KeyBytes)
        {
            return new WrappingKey(content);
        }

        var key = new byte[Sealing.KeyBytes];
        return
            Convert.TryFromBase64String(Encoding.ASCII.GetString(content).Trim(), key, out var bytes)
            && bytes == Sealing.KeyBytes
            ? new WrappingKey(key)
            : throw new InvalidDataException(
                $"{path} is not a key of {Sealing.KeyBytes} bytes, nor the base64 of one. Put the one there that the other nodes have."
            );
    }
}
