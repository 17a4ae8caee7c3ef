using System.Globalization;
using RegionalNetwork.Server.Security.Sessions;
using RegionalNetwork.Server.WebSurface;

namespace RegionalNetwork.Server.Security.Tokens;

/// <summary>Why a token does not count: https://www.rfc-editor.org/rfc/rfc6750#section-3.1.</summary>
/// <param name="Code">For the log.</param>
/// <param name="Challenge">The header <c>WWW-Authenticate</c>; null where another token would not help.</param>
internal sealed record TokenRefusal(string Code, int Status, string? Challenge, string Message)
{
    /// <summary>What another site sent with the cookie of a session, or wanted to.</summary>
    public const string OtherSiteCode = "OTHER_SITE";

    /// <summary>One sentence for every fault of a token, so that whoever makes tokens up learns nothing.</summary>
    public static readonly TokenRefusal Invalid = new(
        "TOKEN_INVALID",
        StatusCodes.Status401Unauthorized,
        "Bearer error=\"invalid_token\"",
        "The token is not valid here: it has expired, is for another service, or is not signed by a trusted issuer."
    );

    public static readonly TokenRefusal NoPermission = new(
        "TOKEN_WITHOUT_PERMISSION",
        StatusCodes.Status403Forbidden,
        $"Bearer error=\"insufficient_scope\", scope=\"{TokenPermissions.Read} {TokenPermissions.ReadWrite}\"",
        $"The token is valid but allows nothing here. A person's app needs the scope {TokenPermissions.Read} or "
            + $"{TokenPermissions.ReadWrite}; a system needs the application role {TokenPermissions.ReadAll} or "
            + $"{TokenPermissions.ReadWriteAll}."
    );

    public static readonly TokenRefusal OtherSite = new(
        OtherSiteCode,
        StatusCodes.Status403Forbidden,
        null,
        "A session's cookie counts only for pages of this server. A program sends a token instead."
    );

    public static readonly TokenRefusal IssuerUnreachable = new(
        "ISSUER_UNREACHABLE",
        StatusCodes.Status503ServiceUnavailable,
        null,
        "The token cannot be checked: its issuer does not answer. Try again later."
    )
    {
        RetryAfter = SecurityLimits.IssuerRetry,
    };

    /// <param name="message">What is required.</param>
    public static TokenRefusal TooWeak(string challenge, string message) =>
        new(SignInTooWeakException.Code, StatusCodes.Status401Unauthorized, challenge, message);

    /// <summary>When it may be tried again; null where waiting does not help.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    public static TokenRefusal TooManyAttempts(TimeSpan wait) =>
        new(
            CodeAttempts.TooMany,
            StatusCodes.Status429TooManyRequests,
            null,
            "Too many tokens that are not valid here came from your address. Wait, then send a valid one."
        )
        {
            RetryAfter = wait,
        };

    /// <summary>Writes all of the answer but its body.</summary>
    public void Apply(HttpResponse response)
    {
        response.StatusCode = Status;
        if (Challenge is not null)
        {
            response.Headers.WWWAuthenticate = Challenge;
        }

        if (RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        }
    }
}

/// <summary>A token as it was read: who is signed in, or why nobody is.</summary>
internal readonly record struct TokenReading(SignedIn? SignedIn, TokenRefusal? Refusal)
{
    public static implicit operator TokenReading(SignedIn signedIn) => new(signedIn, null);

    public static implicit operator TokenReading(TokenRefusal refusal) => new(null, refusal);
}
