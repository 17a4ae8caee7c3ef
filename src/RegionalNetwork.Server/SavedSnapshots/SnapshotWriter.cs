using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RegionalNetwork.Server.People;

namespace RegionalNetwork.Server.SavedSnapshots;

/// <summary>Writes the parts of a saved snapshot's file, and its hash behind them.</summary>
internal sealed class SnapshotWriter : IDisposable
{
    private const int BufferBytes = 1 << 20;

    private readonly FileStream _file;
    private readonly SHA256 _hash = SHA256.Create();
    private readonly CryptoStream _hashing;
    private readonly BinaryWriter _writer;

    /// <param name="path">A file that only its owner may read takes the place of what is there.</param>
    public SnapshotWriter(string path)
    {
        File.Delete(path);
        PrivateFiles.Make(path);
        _file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None, bufferSize: 0);
        _hashing = new CryptoStream(_file, _hash, CryptoStreamMode.Write, leaveOpen: true);
        _writer = new BinaryWriter(new BufferedStream(_hashing, BufferBytes));
    }

    public void Write(string text) => _writer.Write(text);

    public void Write(long number) => _writer.Write(number);

    public void Write(ReadOnlySpan<byte> bytes)
    {
        _writer.Write(bytes.Length);
        _writer.Write(bytes);
    }

    public void WriteNumbers<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged
    {
        _writer.Write(numbers.Length);
        _writer.Write(MemoryMarshal.AsBytes(numbers));
    }

    public void WriteJson<T>(T value, JsonTypeInfo<T> type) => Write(JsonSerializer.SerializeToUtf8Bytes(value, type));

    /// <summary>Ends when all of it is on the disk.</summary>
    public void Finish()
    {
        _writer.Flush();
        _hashing.FlushFinalBlock();
        _file.Write(_hash.Hash);
        _file.Flush(flushToDisk: true);
    }

    public void Dispose()
    {
        _hashing.Dispose();
        _hash.Dispose();
        _file.Dispose();
    }
}
