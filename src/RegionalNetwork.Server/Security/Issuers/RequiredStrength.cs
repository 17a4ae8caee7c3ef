using System.Globalization;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using RegionalNetwork.Server.Security.Tokens;

namespace RegionalNetwork.Server.Security.Issuers;

/// <summary>
/// How strongly and how lately people must have signed in at an issuer, as its tokens say it in <c>acr</c> (Entra: <c>acrs</c>),
/// <c>amr</c> and <c>auth_time</c>: https://openid.net/specs/openid-connect-core-1_0.html#IDToken. Where something is required, a token
/// that does not say it is refused. A system has no person who could sign in, so nothing is required of it.
/// </summary>
/// <param name="Acr">Values of which one suffices; empty where none is required.</param>
/// <param name="Amr">Methods that must all have been used: https://www.rfc-editor.org/rfc/rfc8176.</param>
/// <param name="MaxAge">For how long signing in counts; null for as long as the token or the session goes on.</param>
internal sealed record RequiredStrength(IReadOnlyList<string> Acr, IReadOnlyList<string> Amr, TimeSpan? MaxAge)
{
    public const string AcrKey = "RequiredAcr";
    public const string AmrKey = "RequiredAmr";
    public const string AgeKey = "MaxAgeMinutes";

    private const string ContextsClaim = "acrs";

    public static RequiredStrength None { get; } = new([], [], null);

    /// <summary>Of one issuer's section.</summary>
    /// <exception cref="InvalidDataException">with what is wrong and what to do.</exception>
    public static RequiredStrength Read(IConfigurationSection issuer) =>
        new(ValuesOf(issuer, AcrKey), ValuesOf(issuer, AmrKey), AgeOf(issuer));

    public bool IsMetBy(JsonWebToken token, DateTimeOffset now) =>
        HasAcr(token)
        && Amr.All(TokenPermissions.TextsOf(token, "amr").Contains)
        && (MaxAge is null || (AuthenticatedAt(token) <= now + SecurityLimits.ClockSkew && now < EndOf(token)));

    /// <returns>Until when the signing in counts that a token tells of, the clocks' difference included.</returns>
    public DateTimeOffset EndOf(JsonWebToken token) =>
        MaxAge is not { } age ? DateTimeOffset.MaxValue
        : AuthenticatedAt(token) is { } at ? at + age + SecurityLimits.ClockSkew
        : DateTimeOffset.MinValue;

    /// <summary>What an issuer is asked for when somebody signs in, so that it asks for what will be required.</summary>
    /// <param name="isEntra">Entra's values are authentication contexts, which are asked for as a claim.</param>
    public IEnumerable<KeyValuePair<string, string?>> ToAsk(bool isEntra)
    {
        if (MaxAge is { } age)
        {
            yield return new("max_age", SecondsOf(age));
        }

        if (Acr.Count > 0)
        {
            yield return isEntra
                ? new(
                    "claims",
                    "{\"id_token\":{\""
                        + ContextsClaim
                        + "\":{\"essential\":true,\"values\":"
                        + JsonSerializer.Serialize(Acr)
                        + "}}}"
                )
                : new("acr_values", string.Join(' ', Acr));
        }
    }

    /// <summary>https://www.rfc-editor.org/rfc/rfc9470#section-3</summary>
    public TokenRefusal Refusal { get; } = TokenRefusal.TooWeak(ChallengeOf(Acr, MaxAge), SentenceOf(Acr, Amr, MaxAge));

    private bool HasAcr(JsonWebToken token) =>
        Acr.Count == 0
        || Acr.Contains(TokenPermissions.TextOf(token, "acr") ?? "")
        || TokenPermissions.TextsOf(token, ContextsClaim).Intersect(Acr).Any();

    private static DateTimeOffset? AuthenticatedAt(JsonWebToken token) =>
        token.TryGetPayloadValue<object>("auth_time", out var value)
            ? value switch
            {
                int seconds => DateTimeOffset.FromUnixTimeSeconds(seconds),
                // What is beyond the calendar is no time.
                long seconds and >= 0 and < 253_402_300_800 => DateTimeOffset.FromUnixTimeSeconds(seconds),
                _ => null,
            }
            : null;

    private static string ChallengeOf(IReadOnlyList<string> acr, TimeSpan? age) =>
        "Bearer error=\"insufficient_user_authentication\""
        + (acr.Count > 0 ? $", acr_values=\"{string.Join(' ', acr)}\"" : "")
        + (age is { } longest ? $", max_age=\"{SecondsOf(longest)}\"" : "");

    private static string SentenceOf(IReadOnlyList<string> acr, IReadOnlyList<string> amr, TimeSpan? age)
    {
        string[] required =
        [
            .. acr.Count > 0 ? [$"acr {string.Join(" or ", acr)}"] : Array.Empty<string>(),
            .. amr.Count > 0 ? [$"amr {string.Join(" and ", amr)}"] : Array.Empty<string>(),
            .. age is { } longest
                ? [$"auth_time at most {longest.TotalMinutes.ToString("0", CultureInfo.InvariantCulture)} minutes ago"]
                : Array.Empty<string>(),
        ];
        return "The token is valid, but its person has not signed in strongly or lately enough. Sign in again with a second factor "
            + $"and send a token that says so: {string.Join(", ", required)}.";
    }

    private static string SecondsOf(TimeSpan age) => age.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);

    private static string[] ValuesOf(IConfigurationSection issuer, string key)
    {
        var values = (issuer[key] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return values.Length <= SecurityLimits.StrengthValues && values.All(IsValue)
            ? values
            : throw new InvalidDataException(
                $"{issuer.Path}:{key} is '{issuer[key]}'. Give at most {SecurityLimits.StrengthValues} values, separated by spaces, "
                    + $"each of 1 to {SecurityLimits.StrengthCharacters} visible ASCII characters without quotes or backslashes, as the "
                    + "issuer's tokens have them."
            );
    }

    /// <summary>It stands in a header, between quotes.</summary>
    private static bool IsValue(string value) =>
        value.Length <= SecurityLimits.StrengthCharacters
        && value.All(sign => sign is > ' ' and <= '~' and not ('"' or '\\'));

    private static TimeSpan? AgeOf(IConfigurationSection issuer) =>
        string.IsNullOrWhiteSpace(issuer[AgeKey]) ? null
        : int.TryParse(issuer[AgeKey], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
        && minutes is >= 1 and <= SecurityLimits.AuthenticationMinutes
            ? TimeSpan.FromMinutes(minutes)
        : throw new InvalidDataException(
            $"{issuer.Path}:{AgeKey} is '{issuer[AgeKey]}'. Give whole minutes, 1 to {SecurityLimits.AuthenticationMinutes}."
        );
}
