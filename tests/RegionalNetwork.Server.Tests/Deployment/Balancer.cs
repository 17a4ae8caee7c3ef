using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Deployment;

/// <summary>HAProxy as <c>deploy/haproxy</c> has it, in front of three nodes on this machine: one process for the balancer, and one
/// beside each node.</summary>
internal sealed class Balancer : IAsyncDisposable
{
    private const string PublicName = "localhost";
    private static readonly HaproxyFile Public = new("haproxy.cfg");
    private static readonly HaproxyFile Beside = new("node.cfg");

    private readonly TemporaryFolder _folder = new();
    private readonly List<HaproxyProcess> _beside = [];
    private readonly HttpMessageInvoker _sockets;
    private readonly X509ChainPolicy _trust;
    private readonly Uri _address;

    private Balancer(IReadOnlyList<Uri> nodes)
    {
        var pem = _folder.Write("all.pem", NewCertificate());
        var ports = FreePorts(nodes.Count + 2);
        var addresses = new List<(string, string)>
        {
            (":80\n", $"127.0.0.1:{ports[^1]}\n"),
            (":443 ", $"127.0.0.1:{ports[^2]} "),
        };
        foreach (var (i, node) in nodes.Index())
        {
            var text = Beside.On(pem, (":8443", $"127.0.0.1:{ports[i]}"), ("127.0.0.1:5080", node.Authority));
            _beside.Add(HaproxyProcess.Start(_folder.Path, $"node{i + 1}.cfg", text));
            addresses.Add(($"10.0.0.1{i + 1}:8443", $"127.0.0.1:{ports[i]}"));
        }

        Process = HaproxyProcess.Start(_folder.Path, "haproxy.cfg", Public.On(pem, [.. addresses]));
        NodePort = new Uri($"https://{PublicName}:{ports[0]}");
        Plain = new Uri($"http://{PublicName}:{ports[^1]}");
        _address = new Uri($"https://{PublicName}:{ports[^2]}");
        using var authority = X509Certificate2.CreateFromPem(File.ReadAllText(pem));
        _trust = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { X509CertificateLoader.LoadCertificate(authority.RawData) },
            RevocationMode = X509RevocationMode.NoCheck,
        };
        _sockets = new HttpMessageInvoker(NewHandler());
        Http = new HttpClient(NewHandler())
        {
            BaseAddress = _address,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
    }

    public HaproxyProcess Process { get; }

    /// <summary>Speaks HTTP/2.</summary>
    public HttpClient Http { get; }

    /// <summary>Where the balancer alone may come.</summary>
    public Uri NodePort { get; }

    /// <summary>The port without TLS.</summary>
    public Uri Plain { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Balancer> StartAsync(IReadOnlyList<Uri> nodes)
    {
        var balancer = new Balancer(nodes);
        try
        {
            await balancer.ListensAsync();
            return balancer;
        }
        catch
        {
            await balancer.DisposeAsync();
            throw;
        }
    }

    /// <summary>Trusts the certificate, follows nothing and shows no certificate of its own.</summary>
    public SocketsHttpHandler NewHandler() =>
        new() { AllowAutoRedirect = false, SslOptions = { CertificateChainPolicy = _trust } };

    public async Task<HttpResponseMessage> AskAsync(string document, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(
                JsonSerializer.Serialize(new { query = document }),
                Encoding.UTF8,
                "application/json"
            ),
            Headers = { Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token) },
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        return await Http.SendAsync(request, Cancellation);
    }

    public async Task<ClientWebSocket> OpenSocketAsync(Version version)
    {
        var socket = new ClientWebSocket
        {
            Options = { HttpVersion = version, HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact },
        };
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(
            new UriBuilder(_address) { Scheme = "wss", Path = "/graphql" }.Uri,
            _sockets,
            Cancellation
        );
        return socket;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _sockets.Dispose();
        await Process.DisposeAsync();
        foreach (var process in _beside)
        {
            await process.DisposeAsync();
        }

        _folder.Dispose();
    }

    /// <summary>A certificate for every name, with its key, as HAProxy reads them.</summary>
    public static string NewCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={PublicName}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in new[] { PublicName, "node1.internal", "node2.internal", "node3.internal" })
        {
            names.AddDnsName(name);
        }

        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddHours(-1), now.AddDays(1));
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }

    private static int[] FreePorts(int count)
    {
        var probes = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        Array.ForEach(probes, probe => probe.Start());
        var ports = probes.Select(probe => ((IPEndPoint)probe.LocalEndpoint).Port).ToArray();
        Array.ForEach(probes, probe => probe.Stop());
        return ports;
    }

    private async Task ListensAsync()
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        late.CancelAfter(TimeSpan.FromSeconds(10));
        while (true)
        {
            try
            {
                using var answer = await Http.GetAsync(new Uri("/health/ready", UriKind.Relative), late.Token);
                return;
            }
            catch (HttpRequestException)
            {
                Process.MustRun();
                await Task.Delay(TimeSpan.FromMilliseconds(50), late.Token);
            }
        }
    }
}
