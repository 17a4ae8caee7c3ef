namespace RegionalNetwork.Server.Security.Issuers;

/// <summary>One issuer whose tokens are accepted.</summary>
/// <param name="Issuer">What <c>iss</c> says in its tokens, without a slash at the end.</param>
/// <param name="Metadata">Address of its OpenID Connect metadata.</param>
/// <param name="Tenant">What <c>tid</c> says in its tokens; empty where they must have none.</param>
/// <param name="Audiences">What <c>aud</c> may say.</param>
internal sealed record IssuerSettings(string Issuer, Uri Metadata, string Tenant, IReadOnlyList<string> Audiences)
{
    /// <summary>The issuer under which its people are known here; another than <see cref="Issuer"/> for v1.0 tokens.</summary>
    public string IdentityIssuer { get; init; } = Issuer;

    /// <summary>What is required of how its people sign in.</summary>
    public RequiredStrength Strength { get; init; } = RequiredStrength.None;

    /// <summary>Whether <c>oid</c> names people.</summary>
    public bool IsEntra { get; init; }
}
