using RegionalNetwork.Server.GraphQLHttp;

namespace RegionalNetwork.Server.Cluster;

/// <summary>
/// Stands before everything but <c>/health</c>: a node that has not caught up, or cannot follow the journal any more, would answer
/// wrongly, so it does not answer. An open gate costs a request one read of a field.
/// </summary>
internal static class NodeGate
{
    /// <summary>Other nodes are there at once; a start may take a while.</summary>
    private const string RetryAfterSeconds = "2";

    public static void UseNodeGate(this WebApplication app, NodeHealth health) =>
        app.Use(
            (http, next) =>
                health.Refusal is not { } refusal || HealthEndpoints.AreAskedBy(http.Request)
                    ? next(http)
                    : RefuseAsync(http, refusal)
        );

    private static Task RefuseAsync(HttpContext http, NodeCondition refusal)
    {
        http.Response.Headers.RetryAfter = RetryAfterSeconds;
        return RequestRefusal.WriteAsync(http, StatusCodes.Status503ServiceUnavailable, refusal.Error);
    }
}
