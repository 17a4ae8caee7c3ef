using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace RegionalNetwork.Server.Requests;

/// <summary>The text of cursors: the name of an order and a place in it, in the alphabet of URLs.</summary>
internal static class Cursors
{
    /// <summary>No text that is shown has control characters; one that had would make a cursor that is refused, no wrong one.</summary>
    private const char Separator = '\u0001';

    /// <summary>A page has one for each item, so only the text itself is allocated.</summary>
    public static string Write(string order, ReadOnlySpan<string> place)
    {
        Span<byte> bytes = stackalloc byte[RequestLimits.CursorCharacters];
        var length = Encoding.UTF8.GetBytes(order, bytes);
        foreach (var part in place)
        {
            bytes[length++] = (byte)Separator;
            length += Encoding.UTF8.GetBytes(part, bytes[length..]);
        }

        return Base64Url.EncodeToString(bytes[..length]);
    }

    /// <returns>The place, or null for what <see cref="Write"/> does not give for this order.</returns>
    public static IReadOnlyList<string>? Read(string order, string cursor)
    {
        if (cursor.Length > RequestLimits.CursorCharacters)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[RequestLimits.CursorCharacters];
        var isDecoded = Base64Url.DecodeFromChars(cursor, bytes, out _, out var length) == OperationStatus.Done;
        if (!isDecoded || !Utf8.IsValid(bytes[..length]))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(bytes[..length]).Split(Separator);
        return parts[0] == order ? parts[1..] : null;
    }
}
