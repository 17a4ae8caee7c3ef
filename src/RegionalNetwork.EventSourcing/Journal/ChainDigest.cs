using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace RegionalNetwork.EventSourcing.Journal;

/// <summary>
/// Hashes a record, field by field, on top of the hash before it. Every field has a fixed length or has its length before it,
/// so two records whose fields differ never have the same bytes. All numbers are big-endian.
/// </summary>
public sealed class ChainDigest : IDisposable
{
    private const int AbsentLength = -1;

    /// <summary>Longer fields are not copied before they are hashed.</summary>
    private const int CopiedBytesMax = 4096;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> _pending = new(512);

    public ChainDigest(ChainHash previous)
    {
        ArgumentNullException.ThrowIfNull(previous);
        _pending.Write(previous.Span);
    }

    /// <summary>Eight bytes.</summary>
    public ChainDigest Add(long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(_pending.GetSpan(sizeof(long)), number);
        _pending.Advance(sizeof(long));
        return this;
    }

    /// <summary>The length of its UTF-8 in four bytes, then the UTF-8; an absent text has the length -1.</summary>
    public ChainDigest Add(string? text)
    {
        if (text is null)
        {
            AddLength(AbsentLength);
            return this;
        }
        AddLength(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, _pending);
        return this;
    }

    /// <summary>The length in four bytes, then the bytes.</summary>
    public ChainDigest Add(ReadOnlySpan<byte> bytes)
    {
        AddLength(bytes.Length);
        if (bytes.Length <= CopiedBytesMax)
        {
            _pending.Write(bytes);
            return this;
        }
        Flush();
        _hash.AppendData(bytes);
        return this;
    }

    /// <summary>The hash of the record; this digest is used up.</summary>
    public ChainHash ToHash()
    {
        Flush();
        Span<byte> hash = stackalloc byte[ChainHash.LengthBytes];
        _hash.GetHashAndReset(hash);
        return new ChainHash(hash);
    }

    public void Dispose() => _hash.Dispose();

    private void AddLength(int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(_pending.GetSpan(sizeof(int)), length);
        _pending.Advance(sizeof(int));
    }

    private void Flush()
    {
        _hash.AppendData(_pending.WrittenSpan);
        _pending.ResetWrittenCount();
    }
}
