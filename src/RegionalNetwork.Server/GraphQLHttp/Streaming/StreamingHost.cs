using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.Server.GraphQLHttp.Documents;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Telemetry;

namespace RegionalNetwork.Server.GraphQLHttp.Streaming;

/// <summary>What every connection that carries subscriptions needs, and how many there are.</summary>
internal sealed class StreamingHost(
    RequestExecutor executor,
    RequestDocuments documents,
    NetworkHost network,
    SubscriptionLimits limits,
    CancellationToken stopping
)
{
    public const string RetryAfterSeconds = "5";

    /// <summary>With HTTP 503 and <see cref="RetryAfterSeconds"/>.</summary>
    public const string TooManyConnections =
        "As many subscriptions are connected as the server takes. Try again in "
        + RetryAfterSeconds
        + " seconds, and put several subscriptions on one WebSocket.";

    private int _connections;

    public RequestExecutor Executor { get; } = executor;

    public RequestDocuments Documents { get; } = documents;

    public SubscriptionLimits Limits { get; } = limits;

    public TimeProvider Clock { get; } = network.Clock;

    /// <summary>Cancelled when the server begins to stop.</summary>
    public CancellationToken Stopping { get; } = stopping;

    /// <summary>A context for each event: its snapshot is the latest, and so includes the event.</summary>
    /// <param name="http">The request that the connection came from: its caller's budget pays.</param>
    public NetworkRequest NewRequest(HttpContext http, Caller caller) => NetworkRequest.Of(network, caller, http);

    /// <returns>Null where there are too many connections; otherwise to be disposed when this one ends.</returns>
    public Place? TryEnter()
    {
        if (Interlocked.Increment(ref _connections) <= Limits.ConnectionsMax)
        {
            ServerMeters.ConnectionsOpen.Add(1);
            return new Place(this);
        }

        Interlocked.Decrement(ref _connections);
        return null;
    }

    public sealed class Place(StreamingHost host) : IDisposable
    {
        private StreamingHost? _host = host;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _host, null) is { } entered)
            {
                Interlocked.Decrement(ref entered._connections);
                ServerMeters.ConnectionsOpen.Add(-1);
            }
        }
    }
}
