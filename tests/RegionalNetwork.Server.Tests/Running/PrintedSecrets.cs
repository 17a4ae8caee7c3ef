using System.Text.RegularExpressions;

namespace RegionalNetwork.Server.Tests.Running;

/// <summary>What a server must never print: looked for in everything that a server printed, whatever it was started for.</summary>
internal static partial class PrintedSecrets
{
    private const RegexOptions Options =
        RegexOptions.ExplicitCapture
        | RegexOptions.IgnoreCase
        | RegexOptions.CultureInvariant
        | RegexOptions.NonBacktracking;

    /// <returns>The lines that have one.</returns>
    public static IReadOnlyList<string> In(IEnumerable<string> lines) =>
        [.. lines.Where(line => Secret().IsMatch(line))];

    /// <summary>
    /// A token, an authorization header, a one-time code, a cookie, a client's secret, a private key, an e-mail address.
    /// </summary>
    [GeneratedRegex(
        @"\beyJ[\w-]{5,}|\bauthorization\s*[:=]|\b(bearer|basic)\s+[\w.~+/-]{8,}|\b([a-z2-7]{4}-){7}[a-z2-7]{4}\b|cookie\s*[:=]|__Host-[\w.-]+="
            + @"|client_secret|-----BEGIN [A-Z ]*PRIVATE KEY|[\w.+-]+@[\w-]+\.[a-z]{2,}",
        Options
    )]
    private static partial Regex Secret();
}
