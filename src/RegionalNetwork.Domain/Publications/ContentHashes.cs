namespace RegionalNetwork.Domain.Publications;

/// <summary>How the content of a file is known again.</summary>
internal static class ContentHashes
{
    private const int Sha256HexDigits = 64;

    public static bool IsValid(string hash) =>
        hash.Length == Sha256HexDigits && hash.All(digit => char.IsAsciiDigit(digit) || digit is >= 'a' and <= 'f');
}
