using RegionalNetwork.Server.Security.Tokens;

namespace RegionalNetwork.Server.Security.Issuers;

/// <summary>The way to each issuer. There is one, so that all who need an issuer's keys share them.</summary>
internal sealed class IssuerConnections : IDisposable
{
    private readonly List<IssuerMetadata> _metadata = [];
    private readonly Dictionary<string, TokenIssuer> _issuers;
    private readonly Dictionary<string, IssuerMetadata> _signIns;

    public IssuerConnections(SecuritySettings security, ILoggerFactory logs)
    {
        var log = logs.CreateLogger(SecurityLog.Category);
        _issuers = security.Issuers.ToDictionary(
            issuer => issuer.Issuer,
            issuer => new TokenIssuer(issuer, Open(issuer.Metadata, issuer.Issuer, log)),
            StringComparer.Ordinal
        );
        _signIns = security.SignIns.ToDictionary(
            signIn => signIn.Path,
            signIn => Open(IssuerAddresses.MetadataOf(signIn.Authority), signIn.MetadataIssuer, log),
            StringComparer.Ordinal
        );
    }

    /// <summary>Follows nobody elsewhere: an issuer's keys come from the issuer.</summary>
    public HttpClient Http { get; } =
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                PooledConnectionLifetime = SecurityLimits.ValidationAge,
            }
        )
        {
            Timeout = SecurityLimits.IssuerWait,
            MaxResponseContentBufferSize = SecurityLimits.MetadataBytes,
        };

    public IReadOnlyCollection<TokenIssuer> All => _issuers.Values;

    public TokenIssuer Of(IssuerSettings issuer) => _issuers[issuer.Issuer];

    public IssuerMetadata MetadataOf(SignInSettings signIn) => _signIns[signIn.Path];

    public void Dispose()
    {
        _metadata.ForEach(metadata => metadata.Dispose());
        Http.Dispose();
    }

    private IssuerMetadata Open(Uri address, string? issuer, ILogger log)
    {
        var metadata = new IssuerMetadata(address, issuer, Http, TimeProvider.System, log);
        _metadata.Add(metadata);
        return metadata;
    }
}
