using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using RegionalNetwork.Server.Security.Issuers;
using RegionalNetwork.Server.Security.Tokens;

namespace RegionalNetwork.Server.Security.Sessions;

/// <summary>
/// Signing in at an OpenID Connect issuer by authorisation code with PKCE
/// (https://openid.net/specs/openid-connect-core-1_0.html#CodeFlowAuth). The framework's handler keeps state, correlation and
/// the code's proof; this adds what OpenID Connect adds to OAuth: discovery, the nonce and the ID token.
/// </summary>
internal sealed class OpenIdSignIn(
    IOptionsMonitor<OpenIdSignInOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder
) : OAuthHandler<OpenIdSignInOptions>(options, logger, encoder)
{
    private const int RandomBytes = 32;
    private const string NonceItem = "nonce";

    private static readonly JsonWebTokenHandler Tokens = new();

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await DiscoverAsync();
        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var nonce = NewRandom();
        // Before the state is made, which carries it.
        properties.Items[NonceItem] = nonce;
        return QueryHelpers.AddQueryString(
            base.BuildChallengeUrl(properties, redirectUri),
            [new(NonceItem, nonce), .. Options.Strength.ToAsk(Options.IsEntra)]
        );
    }

    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        await DiscoverAsync();
        return await base.ExchangeCodeAsync(context);
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(
        ClaimsIdentity identity,
        AuthenticationProperties properties,
        OAuthTokenResponse tokens
    )
    {
        var nonce = properties.Items[NonceItem];
        var text = tokens.Response!.RootElement.TryGetProperty("id_token", out var value) ? value.GetString() : null;
        if (text is not { Length: <= SecurityLimits.TokenCharacters } || !Tokens.CanReadToken(text))
        {
            throw new AuthenticationFailureException("The issuer sent no ID token.");
        }

        var token = Tokens.ReadJsonWebToken(text);
        var issuer = Options.Issuers.FirstOrDefault(issuer => issuer.Issuer == token.Issuer.TrimEnd('/'));
        if (issuer is null || !IsForUs(token) || TokenPermissions.TextOf(token, NonceItem) != nonce)
        {
            throw new AuthenticationFailureException("The ID token is not the answer to this sign-in.");
        }

        var (person, _) = await issuer.ProveAsync(token, [Options.ClientId], Context.RequestAborted);
        if (person is null)
        {
            throw new AuthenticationFailureException("The ID token could not be proven.");
        }

        var name = TokenIssuer.NameOf(token);
        var now = TimeProvider.GetUtcNow();
        if (!issuer.Strength.IsMetBy(token, now))
        {
            throw new SignInTooWeakException();
        }

        var ticket = Session.NewTicket(NewRandom(), Scheme.Name, person, name, now, issuer.Strength.EndOf(token));
        // For the page that this goes on in: whose session begins.
        Context.Features.Set(Session.Of(ticket.Principal, ticket.Properties, now));
        ticket.Properties.RedirectUri = properties.RedirectUri;
        return ticket;
    }

    /// <summary>A token for several must say that it was this client that asked for it: section 3.1.3.7.</summary>
    private bool IsForUs(JsonWebToken token) =>
        TokenPermissions.TextOf(token, "azp") is { } client ? client == Options.ClientId : token.Audiences.Count() == 1;

    /// <exception cref="AuthenticationFailureException">The issuer does not answer, or names addresses that are not safe.</exception>
    private async Task DiscoverAsync()
    {
        if (
            await Options.Metadata.GetAsync(Context.RequestAborted) is not { } known
            || !IssuerAddresses.IsSafe(known.AuthorizationEndpoint)
            || !IssuerAddresses.IsSafe(known.TokenEndpoint)
        )
        {
            throw new AuthenticationFailureException("The issuer does not answer.");
        }

        // Set again with each sign-in, and always the same unless the issuer moved.
        Options.AuthorizationEndpoint = known.AuthorizationEndpoint;
        Options.TokenEndpoint = known.TokenEndpoint;
    }

    private static string NewRandom() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
}
