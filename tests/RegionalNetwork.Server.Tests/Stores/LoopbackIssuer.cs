using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace RegionalNetwork.Server.Tests.Stores;

/// <summary>An OpenID Connect issuer on loopback at which everybody is the same person.</summary>
internal sealed class LoopbackIssuer : IDisposable
{
    public const string Name = "National office";
    public const string Path = "national-office";
    public const string Subject = "an-unmistakable-subject";

    private const string ClientId = "pages";
    private const string ClientSecret = "secret-of-pages-for-tests-only";

    private readonly HttpListener _listener = new();
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, string?> _nonces = new();
    private readonly string _url;

    public LoopbackIssuer()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            _url = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        }

        _listener.Prefixes.Add(_url + "/");
        _listener.Start();
        _ = AnswerAsync();
    }

    /// <summary>Settings of a server whose pages are signed in to from here.</summary>
    public Dictionary<string, string?> Settings =>
        new()
        {
            ["Issuers__0__Name"] = Name,
            ["Issuers__0__Authority"] = _url,
            ["Issuers__0__Audience"] = "api://regional-network",
            ["Issuers__0__ClientId"] = ClientId,
            ["Issuers__0__ClientSecret"] = ClientSecret,
            ["SignIn__PublicUrl"] = "https://network.example.gov.uk",
        };

    public void Dispose()
    {
        _listener.Close();
        _rsa.Dispose();
    }

    private async Task AnswerAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                Answer(await _listener.GetContextAsync());
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        using var response = context.Response;
        var query = context.Request.QueryString;
        switch (context.Request.Url!.AbsolutePath)
        {
            case "/.well-known/openid-configuration":
                Write(
                    response,
                    new
                    {
                        issuer = _url,
                        authorization_endpoint = _url + "/authorise",
                        token_endpoint = _url + "/token",
                        jwks_uri = _url + "/keys",
                    }
                );
                break;
            case "/keys":
                var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(
                    new RsaSecurityKey(_rsa.ExportParameters(includePrivateParameters: false)) { KeyId = "1" }
                );
                Write(
                    response,
                    new
                    {
                        keys = new[]
                        {
                            new
                            {
                                kty = "RSA",
                                use = "sig",
                                alg = "RS256",
                                kid = "1",
                                n = key.N,
                                e = key.E,
                            },
                        },
                    }
                );
                break;
            case "/authorise":
                var code = Guid.NewGuid().ToString("N");
                _nonces[code] = query["nonce"];
                response.Redirect($"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"]!)}");
                break;
            default:
                using (var reader = new StreamReader(context.Request.InputStream))
                {
                    var form = HttpUtility.ParseQueryString(reader.ReadToEnd());
                    Write(
                        response,
                        new
                        {
                            access_token = "x",
                            token_type = "Bearer",
                            id_token = IdToken(_nonces[form["code"]!]),
                        }
                    );
                }

                break;
        }
    }

    private string IdToken(string? nonce) =>
        new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = _url,
                Audience = ClientId,
                Expires = DateTime.UtcNow.AddMinutes(5),
                Claims = new Dictionary<string, object>
                {
                    ["sub"] = Subject,
                    ["nonce"] = nonce!,
                    ["name"] = "A person",
                },
                SigningCredentials = new SigningCredentials(
                    new RsaSecurityKey(_rsa) { KeyId = "1" },
                    SecurityAlgorithms.RsaSha256
                ),
            }
        );

    private static void Write(HttpListenerResponse response, object body)
    {
        response.ContentType = "application/json";
        response.OutputStream.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(body)));
    }
}
