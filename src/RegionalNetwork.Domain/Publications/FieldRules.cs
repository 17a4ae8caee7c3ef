using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Publications;

/// <summary>Rules for single fields of commands; each gives no refusal or one.</summary>
internal static class FieldRules
{
    private const int Sha256HexDigits = 64;

    public static IEnumerable<Refusal> Text(string field, string text, int limit) =>
        string.IsNullOrWhiteSpace(text) ? [PublicationRefusals.Missing(field)]
        : text.Length > limit ? [PublicationRefusals.TooLong(field, limit)]
        : [];

    public static IEnumerable<Refusal> Hash(string hash) =>
        hash.Length == Sha256HexDigits && hash.All(digit => char.IsAsciiDigit(digit) || digit is >= 'a' and <= 'f')
            ? []
            : [PublicationRefusals.NotAHash];
}
