using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Security.Issuers;
using RegionalNetwork.Server.Security.Sessions;

namespace RegionalNetwork.Server.Pages;

/// <summary>Where people sign out at the issuer that they signed in at.</summary>
internal sealed class IssuerSignOut(SecuritySettings security, IOptionsMonitor<OpenIdSignInOptions> options)
{
    /// <returns>Null where the issuer has no such address, or does not answer: then people are signed out here alone.</returns>
    public async Task<Uri?> FindAsync(HttpContext http, Session session)
    {
        if (security.SignIns.FirstOrDefault(signIn => signIn.Path == session.SignIn) is not { } signIn)
        {
            return null;
        }

        var known = await options.Get(signIn.Path).Metadata.GetAsync(http.RequestAborted);
        if (!IssuerAddresses.IsSafe(known?.EndSessionEndpoint))
        {
            return null;
        }

        var back = security.PublicUrl ?? $"{http.Request.Scheme}://{http.Request.Host}";
        return new Uri(
            QueryHelpers.AddQueryString(
                known!.EndSessionEndpoint,
                new Dictionary<string, string?>
                {
                    ["client_id"] = signIn.ClientId,
                    ["post_logout_redirect_uri"] = $"{back}/sign-in",
                }
            )
        );
    }
}
