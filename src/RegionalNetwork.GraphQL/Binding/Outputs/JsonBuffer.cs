using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace RegionalNetwork.GraphQL.Binding.Outputs;

/// <summary>
/// JSON being written as UTF-8 into one pooled array. A writer remembers <see cref="Position"/> before a value and goes back to
/// it with <see cref="Truncate"/> when the value turns out to be null: that is how null propagation needs no tree.
/// </summary>
/// <exception cref="ResultTooLargeException">from any write, once more than <c>maxBytes</c> have been written.</exception>
internal sealed class JsonBuffer(int maxBytes) : IBufferWriter<byte>, IDisposable
{
    private const int InitialBytes = 4096;

    /// <summary>UTF-8 needs at most this many bytes for one UTF-16 code unit.</summary>
    private const int BytesPerChar = 3;

    private static readonly SearchValues<char> MustEscape = SearchValues.Create([
        .. Enumerable.Range(0, ' ').Select(code => (char)code),
        '"',
        '\\',
    ]);

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialBytes);
    private int _position;

    public int Position => _position;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _position);

    public void Truncate(int position) => _position = position;

    /// <summary>The final check: growth looks at the limit only when it happens.</summary>
    public void ThrowIfTooLarge()
    {
        if (_position > maxBytes)
        {
            throw new ResultTooLargeException(maxBytes);
        }
    }

    public void Advance(int count) => _position += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(_position);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Ensure(Math.Max(sizeHint, 1));
        return _bytes.AsSpan(_position);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteRaw(ReadOnlySpan<byte> bytes)
    {
        Ensure(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_position));
        _position += bytes.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteByte(byte value)
    {
        Ensure(1);
        _bytes[_position++] = value;
    }

    public void WriteNull() => WriteRaw("null"u8);

    /// <summary>Writes a JSON string. A lone surrogate becomes U+FFFD: JSON on the wire is valid UTF-8.</summary>
    public void WriteString(ReadOnlySpan<char> value)
    {
        Ensure(checked((value.Length * BytesPerChar) + 2));
        _bytes[_position++] = (byte)'"';
        var escape = value.IndexOfAny(MustEscape);
        while (escape >= 0)
        {
            _position += Encoding.UTF8.GetBytes(value[..escape], _bytes.AsSpan(_position));
            WriteEscape(value[escape]);
            value = value[(escape + 1)..];
            Ensure((value.Length * BytesPerChar) + 1);
            escape = value.IndexOfAny(MustEscape);
        }

        _position += Encoding.UTF8.GetBytes(value, _bytes.AsSpan(_position));
        _bytes[_position++] = (byte)'"';
    }

    public void Dispose()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
            _position = 0;
        }
    }

    private void WriteEscape(char value)
    {
        switch (value)
        {
            case '"':
                WriteRaw("\\\""u8);
                break;
            case '\\':
                WriteRaw("\\\\"u8);
                break;
            case '\n':
                WriteRaw("\\n"u8);
                break;
            case '\r':
                WriteRaw("\\r"u8);
                break;
            case '\t':
                WriteRaw("\\t"u8);
                break;
            default:
                WriteRaw("\\u00"u8);
                WriteByte((byte)(value < 0x10 ? '0' : '1'));
                WriteByte((byte)"0123456789abcdef"[value & 0xF]);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Ensure(int count)
    {
        if (count > _bytes.Length - _position)
        {
            Grow(count);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int count)
    {
        ThrowIfTooLarge();
        var larger = ArrayPool<byte>.Shared.Rent(checked(Math.Max(_bytes.Length * 2, _position + count)));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}

/// <summary>A result has more bytes than the limit; the whole request is refused, since half an answer would mislead.</summary>
internal sealed class ResultTooLargeException(int maxBytes)
    : Exception($"The result is larger than {maxBytes} bytes. Ask for fewer fields or for a smaller page.");
