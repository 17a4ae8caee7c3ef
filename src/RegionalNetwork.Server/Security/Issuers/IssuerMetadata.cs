using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.Security.Issuers;

/// <summary>
/// An issuer's addresses and keys (https://openid.net/specs/openid-connect-discovery-1_0.html), fetched when they are first needed.
/// A token with an unknown key has them fetched again before it is judged, so that nobody is refused because keys were changed;
/// but not oftener than <see cref="SecurityLimits.KeyRefresh"/>, whatever callers make up.
/// </summary>
/// <param name="issuer">What the metadata must name as issuer, without a slash at the end; null to leave that open.</param>
internal sealed class IssuerMetadata(Uri address, string? issuer, HttpClient http, TimeProvider clock, ILogger log)
    : IDisposable
{
    private readonly SemaphoreSlim _fetching = new(1, 1);
    private readonly HttpDocumentRetriever _documents = new(http) { RequireHttps = !address.IsLoopback };
    private volatile Fetched? _last;
    private DateTimeOffset _refreshedAt = DateTimeOffset.MinValue;

    /// <returns>Null where the issuer does not answer, or with something else than its own metadata.</returns>
    public ValueTask<OpenIdConnectConfiguration?> GetAsync(CancellationToken cancellation) =>
        _last is { Configuration: { } known } last && clock.GetUtcNow() - last.At < SecurityLimits.KeyAge
            ? ValueTask.FromResult<OpenIdConnectConfiguration?>(known)
            : new(FetchAsync(SecurityLimits.IssuerRetry, cancellation));

    /// <summary>The same, with a key of that name if the issuer has one.</summary>
    public async ValueTask<OpenIdConnectConfiguration?> WithKeyAsync(string? keyId, CancellationToken cancellation)
    {
        var known = await GetAsync(cancellation);
        return known is null || string.IsNullOrEmpty(keyId) || known.SigningKeys.Any(key => key.KeyId == keyId)
            ? known
            : await RefreshAsync(known, cancellation);
    }

    private async Task<OpenIdConnectConfiguration?> RefreshAsync(
        OpenIdConnectConfiguration seen,
        CancellationToken cancellation
    )
    {
        await _fetching.WaitAsync(cancellation);
        try
        {
            var now = clock.GetUtcNow();
            if (_last!.Configuration == seen && now - _refreshedAt >= SecurityLimits.KeyRefresh)
            {
                _refreshedAt = now;
                await FetchAsync();
            }

            return _last.Configuration;
        }
        finally
        {
            _fetching.Release();
        }
    }

    private async Task<OpenIdConnectConfiguration?> FetchAsync(TimeSpan notWithin, CancellationToken cancellation)
    {
        await _fetching.WaitAsync(cancellation);
        try
        {
            if (_last is null || clock.GetUtcNow() - _last.At >= notWithin)
            {
                await FetchAsync();
            }

            return _last!.Configuration;
        }
        finally
        {
            _fetching.Release();
        }
    }

    /// <summary>With no caller's cancellation: others wait for it too. The client has a time limit of its own.</summary>
    private async Task FetchAsync()
    {
        OpenIdConnectConfiguration? fetched = null;
        try
        {
            fetched = await OpenIdConnectConfigurationRetriever.GetAsync(
                address.AbsoluteUri,
                _documents,
                CancellationToken.None
            );
            if (issuer is not null && fetched.Issuer?.TrimEnd('/') != issuer)
            {
                LogMessages.IssuerIsAnother(log, address, fetched.Issuer ?? "");
                fetched = null;
            }
        }
        catch (Exception fault)
            when (fault is IOException or ArgumentException or InvalidOperationException or TaskCanceledException)
        {
            LogMessages.IssuerUnreachable(log, address, fault.InnerException?.Message ?? fault.Message);
        }

        // Keys that were good stay good while the issuer does not answer.
        _last = new Fetched(fetched ?? _last?.Configuration, clock.GetUtcNow());
    }

    public void Dispose() => _fetching.Dispose();

    private sealed record Fetched(OpenIdConnectConfiguration? Configuration, DateTimeOffset At);
}
