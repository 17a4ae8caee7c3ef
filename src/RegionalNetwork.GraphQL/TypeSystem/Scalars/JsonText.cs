using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace RegionalNetwork.GraphQL.TypeSystem.Scalars;

/// <summary>Writes single JSON values straight to a buffer.</summary>
internal static class JsonText
{
    private const int MaxNumberBytes = 32;
    private const int MaxUtf8BytesPerCharacter = 3;

    private const int MaxChunkCharacters = 4096;

    private static readonly SearchValues<char> MustEscape = SearchValues.Create([
        .. Enumerable.Range(0, ' ').Select(code => (char)code),
        '"',
        '\\',
    ]);

    public static void Write(int value, IBufferWriter<byte> output)
    {
        var formatted = Utf8Formatter.TryFormat(value, output.GetSpan(MaxNumberBytes), out var written);
        Debug.Assert(formatted, "An int takes at most 11 bytes.");
        output.Advance(written);
    }

    /// <param name="value">Finite.</param>
    public static void Write(double value, IBufferWriter<byte> output)
    {
        var formatted = value.TryFormat(output.GetSpan(MaxNumberBytes), out var written);
        Debug.Assert(formatted, "A double takes at most 24 bytes.");
        output.Advance(written);
    }

    public static void Write(bool value, IBufferWriter<byte> output) => output.Write(value ? "true"u8 : "false"u8);

    /// <summary>Quoted and escaped. Half of a surrogate pair becomes the replacement character.</summary>
    public static void Write(string value, IBufferWriter<byte> output)
    {
        output.Write("\""u8);
        var rest = value.AsSpan();
        while (rest.IndexOfAny(MustEscape) is var index && index >= 0)
        {
            WriteUnescaped(rest[..index], output);
            WriteEscape(rest[index], output);
            rest = rest[(index + 1)..];
        }

        WriteUnescaped(rest, output);
        output.Write("\""u8);
    }

    /// <summary>A JSON string's value; half of a surrogate pair is an error that the client can mend.</summary>
    public static string Read(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new CoercionException("String cannot represent text with half of a surrogate pair.");
        }
    }

    private static void WriteUnescaped(ReadOnlySpan<char> text, IBufferWriter<byte> output)
    {
        while (text.Length > 0)
        {
            var length = Math.Min(text.Length, MaxChunkCharacters);
            if (length < text.Length && char.IsHighSurrogate(text[length - 1]))
            {
                length--;
            }

            var span = output.GetSpan(length * MaxUtf8BytesPerCharacter);
            output.Advance(Encoding.UTF8.GetBytes(text[..length], span));
            text = text[length..];
        }
    }

    private static void WriteEscape(char character, IBufferWriter<byte> output)
    {
        switch (character)
        {
            case '"':
                output.Write("\\\""u8);
                break;
            case '\\':
                output.Write("\\\\"u8);
                break;
            case '\n':
                output.Write("\\n"u8);
                break;
            case '\r':
                output.Write("\\r"u8);
                break;
            case '\t':
                output.Write("\\t"u8);
                break;
            default:
                output.Write("\\u00"u8);
                output.Write([(byte)(character < 0x10 ? '0' : '1'), (byte)"0123456789ABCDEF"[character & 0xF]]);
                break;
        }
    }
}
