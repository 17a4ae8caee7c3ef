using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;

namespace RegionalNetwork.Server.Security.Tokens;

/// <summary>
/// What its issuer lets the app do that holds a token: delegated permissions (<c>scp</c>, or <c>scope</c> as
/// https://www.rfc-editor.org/rfc/rfc9068 names it) where a person is signed in, application permissions (<c>roles</c>) for a
/// system of its own. https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
/// </summary>
internal readonly record struct TokenPermissions(bool IsApplication, bool MayRead, bool MayWrite)
{
    public const string Read = "Network.Read";
    public const string ReadWrite = "Network.ReadWrite";
    public const string ReadAll = "Network.Read.All";
    public const string ReadWriteAll = "Network.ReadWrite.All";

    /// <summary>Of a mutation or an import that a token for reading only asks for.</summary>
    public const string ReadOnlyCode = "READ_ONLY_TOKEN";

    public const string ReadOnlyMessage =
        $"The token is for reading only. Ask its issuer for one with {ReadWrite} or {ReadWriteAll}.";

    private static readonly string[] ClientClaims = ["azp", "appid", "client_id"];

    public static TokenPermissions Of(JsonWebToken token)
    {
        var client = ClientClaims.Select(name => TextOf(token, name)).FirstOrDefault(text => text is not null);
        if ((TextOf(token, "scp") ?? TextOf(token, "scope")) is { } scopes)
        {
            var granted = scopes.Split(' ');
            if (HasEither(granted, Read, ReadWrite))
            {
                // Where no person is signed in, the subject is the client: RFC 9068, section 2.2.
                return new(client == token.Subject, true, granted.Contains(ReadWrite));
            }
        }

        // An ID token can carry roles too. It is not meant for this API: it names no client, or has the nonce of a sign-in.
        var roles = TextsOf(token, "roles");
        return client is null || TextOf(token, "scp") is not null || token.TryGetClaim("nonce", out _)
            ? default
            : new(true, HasEither(roles, ReadAll, ReadWriteAll), roles.Contains(ReadWriteAll));
    }

    /// <returns>Null where it is missing, empty or no text.</returns>
    public static string? TextOf(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<object>(claim, out var value) && value is string { Length: > 0 } text ? text : null;

    /// <returns>Empty where it is missing; the one text of a claim that is no list.</returns>
    public static string[] TextsOf(JsonWebToken token, string claim) =>
        !token.TryGetPayloadValue<object>(claim, out var value)
            ? []
            : value switch
            {
                string text => [text],
                JsonElement { ValueKind: JsonValueKind.Array } list =>
                [
                    .. list.EnumerateArray()
                        .Where(item => item.ValueKind == JsonValueKind.String)
                        .Select(item => item.GetString()!),
                ],
                IEnumerable<object> list => [.. list.OfType<string>()],
                _ => [],
            };

    private static bool HasEither(string[] granted, string one, string other) =>
        granted.Contains(one) || granted.Contains(other);
}
