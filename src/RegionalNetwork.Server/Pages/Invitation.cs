using RegionalNetwork.Server.RoleAssignments;

namespace RegionalNetwork.Server.Pages;

/// <summary>
/// An invitation as a link: <c>/account?code=...</c> fills the code in, for whoever is signed in and for whoever signs in first.
/// Opening it changes nothing.
/// </summary>
internal static class Invitation
{
    public const string CodeField = "code";

    private const string AccountPath = "/account";

    /// <returns>Null where the link has none, or has what no code can be.</returns>
    public static string? CodeOf(HttpRequest request) =>
        request.Query[CodeField] is [{ Length: > 0 and <= OneTimeCode.TypedCharactersMax } code]
        && code.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or ' ')
            ? code
            : null;

    /// <summary>The path of the account's page, which the code stands in.</summary>
    public static string PathFor(string? code) => With(AccountPath, code);

    /// <summary>The same on the way there.</summary>
    public static string With(string path, string? code) =>
        code is null ? path : $"{path}?{CodeField}={Uri.EscapeDataString(code)}";
}
