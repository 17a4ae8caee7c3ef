using System.Text.RegularExpressions;

namespace RegionalNetwork.Domain.Kernel;

/// <summary>
/// Finds text that looks like it identifies a person. It catches slips of the pen, not intent: names and dates of birth cannot
/// be told from other words and dates. The patterns take time in proportion to the text, whose length is limited beforehand.
/// </summary>
public static partial class PersonalData
{
    private const int TimeoutMilliseconds = 1_000;

    /// <summary>What the text seems to contain, as words for a message, or null.</summary>
    public static string? In(string text) =>
        Email().IsMatch(text) ? "an e-mail address"
        : RegistrationNumber().IsMatch(text) ? "a social worker's registration number"
        : NhsNumberShape().Matches(text).Any(match => HasNhsCheckDigit(match.Value)) ? "an NHS number"
        : PhoneNumber().IsMatch(text) ? "a phone number"
        : null;

    // One character before the @ is enough, and keeps the search linear.
    [GeneratedRegex(@"[\w.%+'-]@[A-Za-z0-9-]+\.[A-Za-z]{2}", RegexOptions.CultureInvariant, TimeoutMilliseconds)]
    private static partial Regex Email();

    // As in the workforce census: two letters and ten digits.
    [GeneratedRegex(
        @"(?<![A-Za-z0-9])[A-Za-z]{2}[0-9]{10}(?![0-9])",
        RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    private static partial Regex RegistrationNumber();

    [GeneratedRegex(
        @"(?<![0-9])[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}(?![0-9])",
        RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    private static partial Regex NhsNumberShape();

    // +44, 0044 or 0, then nine or ten digits. At least two digits follow the 0 at once, so that dates such as 01-04-2022 pass.
    [GeneratedRegex(
        @"(?<![0-9])(?:(?:\+|00)44[ .-]*(?:\(0\)[ .-]*)?[1-9]|\(?0[1-9][0-9])(?:[ ().-]{0,2}[0-9]){7,9}(?![0-9])",
        RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    private static partial Regex PhoneNumber();

    // The tenth digit is eleven less the weighted sum of the others, modulo eleven; so plain ten-digit figures mostly pass.
    private static bool HasNhsCheckDigit(string shape)
    {
        var digits = shape.Where(char.IsAsciiDigit).Select(digit => digit - '0').ToArray();
        var sum = digits.Take(9).Select((digit, index) => digit * (10 - index)).Sum();
        return (11 - (sum % 11)) % 11 == digits[9];
    }
}
