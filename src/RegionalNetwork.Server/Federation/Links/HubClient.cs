using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RegionalNetwork.Domain;
using RegionalNetwork.Domain.Federation;
using RegionalNetwork.Domain.Federation.Links;
using RegionalNetwork.Server.Importing;
using RegionalNetwork.Server.Telemetry;

namespace RegionalNetwork.Server.Federation.Links;

/// <summary>
/// Asks a hub. Each request is signed with this node's key for this hub and this body; an answer counts only with the signature of the
/// key that was learnt at enrolment, on this answer to this request. TLS keeps others from reading along.
/// </summary>
internal sealed class HubClient(NodeKey key, TimeProvider clock) : IDisposable
{
    private const string MembersPath = "federation/members";
    private const string BatchesPath = "federation/batches";

    /// <summary>Follows nobody elsewhere: what is meant for the hub goes to the hub.</summary>
    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // See Spans.Pass.
            ActivityHeadersPropagator = null,
        }
    )
    {
        Timeout = FederationLimits.AnswerWait,
        MaxResponseContentBufferSize = FederationLimits.AnswerBytes,
    };

    /// <exception cref="HubException">It did not enrol this node; with why.</exception>
    public async Task<EnrolmentAnswer> EnrolAsync(Uri url, HubInvitation invitation, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new EnrolmentRequest(invitation.Code, key.PublicKey),
            FederationJson.Default.EnrolmentRequest
        );
        var exchange = await SendAsync(new Uri(url, MembersPath), body, key.Id, invitation.HubId, cancellation);
        var answer = Parse(exchange.Body, FederationJson.Default.EnrolmentAnswer);
        using var hubKey = NodeKey.Read(answer.Key);
        if (
            hubKey is null
            || NodeKey.IdOf(hubKey.ExportSubjectPublicKeyInfo()) != invitation.HubId
            || !await exchange.IsProvenAsync(answer.Key, invitation.HubId, answer.Member)
        )
        {
            throw NotTheHub();
        }

        return answer;
    }

    /// <exception cref="HubException">It did not take the batch; with why.</exception>
    public async Task<BatchAnswer> SendAsync(HubLink link, Batch batch, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(batch, FederationJson.Default.Batch);
        var hub = NodeKey.IdOf(Convert.FromBase64String(link.HubKey));
        var exchange = await SendAsync(new Uri(new Uri(link.Url), BatchesPath), body, link.Member, hub, cancellation);
        return await exchange.IsProvenAsync(link.HubKey, hub, link.Member)
            ? Shown(Parse(exchange.Body, FederationJson.Default.BatchAnswer))
            : throw NotTheHub();
    }

    public void Dispose() => _http.Dispose();

    private async Task<Exchange> SendAsync(
        Uri address,
        byte[] body,
        string issuer,
        string audience,
        CancellationToken cancellation
    )
    {
        var id = Guid.CreateVersion7().ToString("N");
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            NodeProof.Sign(key, issuer, audience, id, body, clock.GetUtcNow())
        );
        Spans.Pass(request);
        try
        {
            using var response = await _http.SendAsync(request, cancellation);
            var answer = await response.Content.ReadAsByteArrayAsync(cancellation);
            var proof = response.Headers.TryGetValues(NodeProof.Header, out var values) ? values.First() : "";
            return response.StatusCode == HttpStatusCode.OK
                ? new Exchange(id, answer, proof)
                : throw Refused(response, answer);
        }
        // A connection that is cut at an unlucky moment comes out of the client as it is.
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException)
        {
            throw new HubException($"The hub cannot be reached: {Shown(fault.Message)}", retryAfter: null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new HubException(
                $"The hub did not answer within {FederationLimits.AnswerWait.TotalSeconds:0} s.",
                retryAfter: null
            );
        }
    }

    private static HubException Refused(HttpResponseMessage response, byte[] answer)
    {
        FederationProblem? problem = null;
        try
        {
            problem = JsonSerializer.Deserialize(answer, FederationJson.Default.FederationProblem);
        }
        catch (JsonException)
        {
            // A proxy in front may answer otherwise; then the status says all.
        }

        var sentence = problem is null ? "" : $" {Shown(problem.Code)}: {Shown(problem.Message)}";
        return new HubException(
            $"The hub answered {(int)response.StatusCode}.{sentence}",
            response.Headers.RetryAfter?.Delta
        );
    }

    private static T Parse<T>(byte[] body, JsonTypeInfo<T> json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, json) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new HubException(
                "The hub's answer is not as this version reads it. Bring the older of the two nodes to the version of the other.",
                retryAfter: null
            );
        }
    }

    private static HubException NotTheHub() =>
        new(
            "Who answers is not the hub that enrolled this node: the answer is not signed with its key. Nothing it says counts.",
            retryAfter: null
        );

    /// <summary>What the hub says is kept here: within limits, and fit to be shown.</summary>
    private static BatchAnswer Shown(BatchAnswer answer) =>
        answer with
        {
            Quarantined =
            [
                .. answer
                    .Quarantined.Take(Limits.QuarantinedPerMember)
                    .Select(one => new QuarantinedMessage(
                        one.Number,
                        Shown(one.Return),
                        [
                            .. one
                                .Reasons.Take(Limits.ReasonsPerMessage)
                                .Select(reason => new QuarantineReason(
                                    Shown(reason.Code),
                                    Shown(reason.Message),
                                    reason.Place is null ? null : Shown(reason.Place)
                                )),
                        ]
                    )),
            ],
            Problem = answer.Problem is { } problem
                ? new FederationProblem(Shown(problem.Code), Shown(problem.Message))
                : null,
        };

    /// <summary>A text of another node, as far as it is shown.</summary>
    private static string Shown(string text) => SafeText.Of(text, FederationLimits.SentenceCharacters);

    private sealed record Exchange(string Id, byte[] Body, string Proof)
    {
        public async ValueTask<bool> IsProvenAsync(string publicKey, string issuer, string audience) =>
            await NodeProof.ReadAsync(Proof, publicKey, issuer, audience) is { } proven
            && proven.Id == Id
            && proven.IsOf(Body);
    }
}
