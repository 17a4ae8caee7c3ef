namespace RegionalNetwork.Server.WebSurface;

/// <summary>Limits of what every request meets first, with units.</summary>
internal static class SurfaceLimits
{
    /// <summary>Characters of a request id that a proxy gives.</summary>
    public const int RequestIdCharacters = 64;

    /// <summary>Origins whose pages may ask.</summary>
    public const int Origins = 50;

    /// <summary>Networks whose proxies are believed.</summary>
    public const int ProxyNetworks = 20;

    /// <summary>Bits that the prefix of such a network has at least: 10.0.0.0/8 is the largest private one.</summary>
    public const int ProxyPrefixBitsIpv4 = 8;

    /// <summary>The same for IPv6: a site's own network (https://www.rfc-editor.org/rfc/rfc4193) has 48.</summary>
    public const int ProxyPrefixBitsIpv6 = 48;

    /// <summary>
    /// Tokens and one-time codes that turned out to be none, a minute for each address; for codes for each person as well. More than
    /// people mistype, and nothing beside the 160 bits of a code.
    /// </summary>
    public const int FailedAttemptsPerMinute = 60;

    /// <summary>Addresses and people whose failures are counted apart; the others are counted together.</summary>
    public const int FailingCallers = 10_000;

    /// <summary>For how long a browser may remember what a page of another origin may ask.</summary>
    public static readonly TimeSpan PreflightAge = TimeSpan.FromMinutes(10);

    /// <summary>For how long a browser that came by HTTPS comes by nothing else.</summary>
    public static readonly TimeSpan HttpsOnly = TimeSpan.FromDays(365);
}
