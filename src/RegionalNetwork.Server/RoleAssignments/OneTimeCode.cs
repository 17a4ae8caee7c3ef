using System.Security.Cryptography;
using System.Text;

namespace RegionalNetwork.Server.RoleAssignments;

/// <summary>
/// A code that is handed to one person and used once: 160 random bits in lower-case letters and digits that are hard to confuse
/// (the alphabet of RFC 4648's base32), in groups of four. Only its hash is kept.
/// </summary>
internal static class OneTimeCode
{
    public const int RandomBytes = 20;

    /// <summary>Characters of what somebody typed that are looked at; a code has 39 with its hyphens.</summary>
    public const int TypedCharactersMax = 100;

    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int BitsPerCharacter = 5;
    private const int GroupCharacters = 4;

    public static string New()
    {
        Span<byte> random = stackalloc byte[RandomBytes];
        RandomNumberGenerator.Fill(random);
        return Write(random);
    }

    /// <summary>The hash by which an offer is found. Spaces, hyphens and case of what was typed do not matter.</summary>
    /// <returns>SHA-256 in lower-case hexadecimal digits; null for what is longer than any code.</returns>
    public static string? HashOf(string typed) =>
        typed.Length > TypedCharactersMax
            ? null
            : Convert.ToHexStringLower(
                SHA256.HashData(
                    Encoding.UTF8.GetBytes(
                        string.Concat(typed.Where(character => character is not '-' && !char.IsWhiteSpace(character)))
                            .ToLowerInvariant()
                    )
                )
            );

    /// <param name="bytes">A multiple of five.</param>
    internal static string Write(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits, written) = (0, 0, 0);
        foreach (var one in bytes)
        {
            (buffer, bits) = ((buffer << 8) | one, bits + 8);
            while (bits >= BitsPerCharacter)
            {
                bits -= BitsPerCharacter;
                text.Append(written > 0 && written % GroupCharacters == 0 ? "-" : "");
                text.Append(Alphabet[(buffer >> bits) & ((1 << BitsPerCharacter) - 1)]);
                written++;
            }

            buffer &= (1 << bits) - 1;
        }

        return text.ToString();
    }
}
