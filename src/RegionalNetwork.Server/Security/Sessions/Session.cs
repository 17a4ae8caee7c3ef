using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace RegionalNetwork.Server.Security.Sessions;

/// <summary>What the cookie of a session holds: who signed in, where and when. No role, no token of the issuer.</summary>
/// <param name="Id">Random; names the session and nobody.</param>
/// <param name="SignIn">At which of the configured issuers, as in the address <c>/sign-in/...</c>.</param>
/// <param name="Ends">When it ends however much it is used.</param>
internal sealed record Session(
    string Id,
    string SignIn,
    Identity Identity,
    string? DisplayName,
    DateTimeOffset Ends,
    DateTimeOffset ValidUntil
)
{
    private const string IdClaim = "sid";
    private const string SignInClaim = "sign_in";
    private const string IssuerClaim = "iss";
    private const string TenantClaim = "tid";
    private const string SubjectClaim = "sub";
    private const string NameClaim = "name";

    /// <summary>In the part of a ticket that only the server reads.</summary>
    private const string EndsItem = "ends";

    public SignedIn SignedIn =>
        new(Identity, IsApplication: false, MayWrite: true, ValidUntil, Assumed: null, DisplayName);

    /// <param name="latest">When it ends in any case, since signing in counts for no longer.</param>
    public static AuthenticationTicket NewTicket(
        string id,
        string signIn,
        Identity identity,
        string? displayName,
        DateTimeOffset now,
        DateTimeOffset latest
    )
    {
        var claims = new ClaimsIdentity(
            [
                new Claim(IdClaim, id),
                new Claim(SignInClaim, signIn),
                new Claim(IssuerClaim, identity.Issuer),
                new Claim(TenantClaim, identity.Tenant),
                new Claim(SubjectClaim, identity.Subject),
            ],
            SessionCookie.Scheme
        );
        if (displayName is not null)
        {
            claims.AddClaim(new Claim(NameClaim, displayName));
        }

        var properties = new AuthenticationProperties();
        var ends = now + SecurityLimits.SessionAge;
        properties.SetString(EndsItem, (latest < ends ? latest : ends).ToString("O"));
        return new AuthenticationTicket(new ClaimsPrincipal(claims), properties, SessionCookie.Scheme);
    }

    /// <returns>Null where it is over, or is no ticket of ours.</returns>
    public static Session? Of(ClaimsPrincipal principal, AuthenticationProperties properties, DateTimeOffset now)
    {
        if (!DateTimeOffset.TryParse(properties.GetString(EndsItem), out var ends) || now >= ends)
        {
            return null;
        }

        var idle = properties.ExpiresUtc ?? ends;
        return
            principal.FindFirstValue(IdClaim) is { } id
            && principal.FindFirstValue(SignInClaim) is { } signIn
            && principal.FindFirstValue(IssuerClaim) is { } issuer
            && principal.FindFirstValue(TenantClaim) is { } tenant
            && principal.FindFirstValue(SubjectClaim) is { } subject
            ? new Session(
                id,
                signIn,
                new Identity(issuer, tenant, subject),
                principal.FindFirstValue(NameClaim),
                ends,
                idle < ends ? idle : ends
            )
            : null;
    }
}
