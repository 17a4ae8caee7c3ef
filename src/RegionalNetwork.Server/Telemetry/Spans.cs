using System.Diagnostics;

namespace RegionalNetwork.Server.Telemetry;

/// <summary>
/// The spans of the server. An operation has no name there: names are the caller's, and may be anything. What the log and the answer
/// call the request is on its span, so that one is found from the other.
/// </summary>
/// <remarks>
/// A request's <c>traceparent</c> counts only after a member of the federation has proven who it is: who asks from anywhere else
/// neither chooses what is traced nor puts text into it.
/// </remarks>
internal static class Spans
{
    public const string RequestTag = "regionalnetwork.request.id";
    public const string PeerTag = "regionalnetwork.federation.peer";
    public const string MessagesTag = "regionalnetwork.federation.messages";

    private const string TraceParent = "traceparent";

    public static readonly ActivitySource Source = new("RegionalNetwork.Server");

    /// <summary>The member's span goes on here; null where nobody listens.</summary>
    /// <param name="http">Proven to come from the member.</param>
    public static Activity? Receive(HttpContext http, string member, int messages) =>
        Source
            .StartActivity("federation receive", ActivityKind.Server, ParentOf(http))
            ?.SetTag(RequestTag, http.TraceIdentifier)
            .SetTag(PeerTag, member)
            .SetTag(MessagesTag, messages);

    /// <param name="hub">Host of the hub.</param>
    public static Activity? Push(string hub, int messages) =>
        Source
            .StartActivity("federation push", ActivityKind.Client)
            ?.SetTag(PeerTag, hub)
            .SetTag(MessagesTag, messages);

    /// <summary>
    /// The hub's span goes on from the push itself. The client would put a span of its own in between, which is sent nowhere.
    /// </summary>
    public static void Pass(HttpRequestMessage request)
    {
        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id })
        {
            request.Headers.TryAddWithoutValidation(TraceParent, id);
        }
    }

    private static ActivityContext ParentOf(HttpContext http) =>
        Source.HasListeners()
        && ActivityContext.TryParse(http.Request.Headers[TraceParent], traceState: null, isRemote: true, out var parent)
            ? parent
            : default;
}
