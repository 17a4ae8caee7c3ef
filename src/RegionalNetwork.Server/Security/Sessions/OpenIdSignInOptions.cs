using Microsoft.AspNetCore.Authentication.OAuth;
using RegionalNetwork.Server.Security.Issuers;
using RegionalNetwork.Server.Security.Tokens;

namespace RegionalNetwork.Server.Security.Sessions;

/// <summary>Where people of one issuer sign in.</summary>
internal sealed class OpenIdSignInOptions : OAuthOptions
{
    /// <summary>The issuer's addresses, which are known when they are first needed.</summary>
    public IssuerMetadata Metadata { get; set; } = null!;

    /// <summary>Which issuers the ID token may name.</summary>
    public IReadOnlyList<TokenIssuer> Issuers { get; set; } = [];

    public RequiredStrength Strength { get; set; } = RequiredStrength.None;

    public bool IsEntra { get; set; }

    /// <summary>The addresses are not known yet; all else was checked as the settings were read.</summary>
    public override void Validate() { }
}
