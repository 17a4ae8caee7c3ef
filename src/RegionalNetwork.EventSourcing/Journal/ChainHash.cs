using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace RegionalNetwork.EventSourcing.Journal;

/// <summary>
/// SHA-256 over a record and, through the hash before it, over all records before it. Two are equal when every byte is.
/// </summary>
public sealed class ChainHash : IEquatable<ChainHash>
{
    /// <summary>Length of every hash.</summary>
    public const int LengthBytes = SHA256.HashSizeInBytes;

    private readonly byte[] _bytes;

    /// <exception cref="ArgumentException">There are not <see cref="LengthBytes"/> bytes.</exception>
    public ChainHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != LengthBytes)
        {
            throw new ArgumentException($"A hash has {LengthBytes} bytes, not {bytes.Length}.", nameof(bytes));
        }
        _bytes = bytes.ToArray();
    }

    public ReadOnlySpan<byte> Span => _bytes;

    /// <param name="text">Hexadecimal digits, of either case.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ChainHash? hash)
    {
        var bytes = new byte[LengthBytes];
        var isHash =
            text is { Length: 2 * LengthBytes }
            && Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done;
        hash = isHash ? new ChainHash(bytes) : null;
        return isHash;
    }

    public byte[] ToArray() => [.. _bytes];

    public bool Equals(ChainHash? other) => other is not null && Span.SequenceEqual(other.Span);

    public override bool Equals(object? obj) => Equals(obj as ChainHash);

    public override int GetHashCode() => BitConverter.ToInt32(_bytes);

    /// <summary>Hexadecimal digits in lower case.</summary>
    public override string ToString() => Convert.ToHexStringLower(_bytes);
}
