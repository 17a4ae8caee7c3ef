using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RegionalNetwork.Server.SavedSnapshots;

/// <summary>Reads the parts of a saved snapshot's file in the order in which they were written.</summary>
internal sealed class SnapshotReader : IDisposable
{
    private const int BufferBytes = 1 << 20;

    private readonly FileStream _file;
    private readonly BinaryReader _reader;

    private SnapshotReader(FileStream file) => (_file, _reader) = (file, new BinaryReader(file));

    /// <returns>Null where there is no such file.</returns>
    /// <exception cref="InvalidDataException">It is not, to the byte, what was written.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SnapshotReader? Open(string path, CancellationToken cancellation)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes);
        }
        catch (FileNotFoundException)
        {
            return null;
        }

        try
        {
            ThrowIfDamaged(file, cancellation);
            file.Position = 0;
            return new SnapshotReader(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public string ReadText() => _reader.ReadString();

    public long ReadNumber() => _reader.ReadInt64();

    public byte[] ReadBytes() => ReadNumbers<byte>();

    public T[] ReadNumbers<T>()
        where T : unmanaged
    {
        var length = _reader.ReadInt32();
        if (length < 0 || (long)length * Unsafe.SizeOf<T>() > _file.Length - _file.Position)
        {
            throw new InvalidDataException("It says that it is longer than it is.");
        }

        var numbers = GC.AllocateUninitializedArray<T>(length);
        _file.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    public T ReadJson<T>(JsonTypeInfo<T> type) => JsonSerializer.Deserialize(ReadBytes(), type)!;

    public void Dispose()
    {
        _reader.Dispose();
        _file.Dispose();
    }

    private static void ThrowIfDamaged(FileStream file, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        var left = file.Length - SHA256.HashSizeInBytes;
        while (left > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var read = file.Read(buffer, 0, (int)Math.Min(buffer.Length, left));
            hash.AppendData(buffer, 0, read);
            left = read == 0 ? 0 : left - read;
        }

        var kept = new byte[SHA256.HashSizeInBytes];
        if (
            file.ReadAtLeast(kept, kept.Length, throwOnEndOfStream: false) < kept.Length
            || !hash.GetHashAndReset().AsSpan().SequenceEqual(kept)
        )
        {
            throw new InvalidDataException("It was damaged since it was written.");
        }
    }
}
