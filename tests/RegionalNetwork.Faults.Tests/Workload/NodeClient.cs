using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using RegionalNetwork.Faults.Tests.Cluster;
using RegionalNetwork.Faults.Tests.History;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Faults.Tests.Workload;

/// <summary>How one attempt at a write ended.</summary>
/// <param name="Outcome">Unknown where no answer came or it says that the outcome is open.</param>
/// <param name="Unexpected">An answer that no fault explains; null otherwise.</param>
/// <param name="Excuse">Why the node does not know, in its words; null where it said nothing.</param>
internal sealed record Attempt(Outcome Outcome, long Position, string? Refusal, string? Unexpected, string? Excuse)
{
    public static Attempt Open { get; } = new(Outcome.Unknown, 0, null, null, null);
}

/// <summary>Sends requests to nodes that may be dead, asleep or cut off.</summary>
/// <param name="patience">How long an answer is waited for; shorter than what nodes wait for databases.</param>
internal sealed class NodeClient(string token, TimeSpan patience) : IDisposable
{
    /// <summary>In an answer, of a node that heeds <see cref="AtLeastHeader"/>.</summary>
    private const string PositionHeader = "RegionalNetwork-Position";

    /// <summary>In a request: wait until the snapshot has come this far.</summary>
    private const string AtLeastHeader = "RegionalNetwork-At-Least";

    /// <summary>Codes with which a node says: not here or not now, send it again.</summary>
    private static readonly string[] OpenCodes =
    [
        "JOURNAL_UNAVAILABLE",
        "BUSY",
        "NODE_STARTING",
        "NODE_DRAINING",
        "POSITION_NOT_REACHED",
    ];

    private readonly HttpClient _http = new();
    private bool _heedsPositions;

    public async Task<Attempt> WriteAsync(Node node, Effect effect, string grain, string value, string commandId)
    {
        var answer = await PostAsync(
            node,
            GrainRequests.Mutation(effect),
            effect == Effect.Close
                ? new { id = commandId, code = grain }
                : new
                {
                    id = commandId,
                    code = grain,
                    value,
                },
            atLeast: 0
        );
        if (answer is not { } told)
        {
            return Attempt.Open;
        }

        if (IsOpen(told))
        {
            return Attempt.Open with { Excuse = told.Text("errors.0.message") };
        }

        if (
            !told.TryGetProperty("data", out var data)
            || data.ValueKind != JsonValueKind.Object
            || data.At("payload").ValueKind != JsonValueKind.Object
        )
        {
            return Attempt.Open with { Unexpected = told.ToString() };
        }

        return data.At("payload.problems").GetArrayLength() > 0
            ? new Attempt(Outcome.Refused, 0, data.Text("payload.problems.0.code"), null, null)
            : new Attempt(Outcome.Acknowledged, Number(data.Text("payload.position")!), null, null, null);
    }

    /// <param name="atLeast">The position that the node is to have reached before it answers.</param>
    /// <returns>
    /// Null where no answer came; what was promised is <paramref name="atLeast"/> where the node heeds positions, and nothing where
    /// it does not.
    /// </returns>
    public async Task<(long Position, long Promised, GrainValue? Seen)?> ReadAsync(
        Node node,
        string grain,
        long atLeast
    )
    {
        if (
            await PostAsync(node, GrainRequests.Read, new { code = grain }, atLeast) is not { } answer
            || !answer.TryGetProperty("data", out var data)
            || data.ValueKind != JsonValueKind.Object
        )
        {
            return null;
        }

        var found = data.At("workstream");
        return (
            Number(data.Text("service.position")!),
            _heedsPositions ? atLeast : 0,
            found.ValueKind == JsonValueKind.Null
                ? null
                : new GrainValue(
                    found.Text("title")!,
                    found.Texts("actions", "title"),
                    found.Text("status") == "CLOSED"
                )
        );
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement?> PostAsync(Node node, string query, object variables, long atLeast)
    {
        if (node.Address is not { } address)
        {
            return null;
        }

        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/graphql"))
            {
                Content = JsonContent.Create(new { query, variables }),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Headers.Accept.ParseAdd("application/graphql-response+json");
            if (atLeast > 0)
            {
                request.Headers.Add(AtLeastHeader, atLeast.ToString(CultureInfo.InvariantCulture));
            }

            using var end = new CancellationTokenSource(patience);
            using var response = await _http.SendAsync(request, end.Token);
            _heedsPositions |= response.Headers.Contains(PositionHeader);
            return JsonElement.Parse(await response.Content.ReadAsStringAsync(end.Token));
        }
        catch (Exception fault)
            when (fault is HttpRequestException or IOException or OperationCanceledException or JsonException)
        {
            return null;
        }
    }

    private static bool IsOpen(JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors)
        && errors
            .EnumerateArray()
            .All(error =>
                error.TryGetProperty("extensions", out var more)
                && OpenCodes.Contains(more.TryGetProperty("code", out var code) ? code.GetString() : null)
            );

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
