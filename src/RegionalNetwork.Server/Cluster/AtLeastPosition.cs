using Microsoft.Extensions.Primitives;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Projections;
using RegionalNetwork.Server.GraphQLHttp;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Cluster;

/// <summary>
/// Lets a request wait until this node's snapshot has come to the position that it asks for, for a time and in bounded numbers.
/// Whatever it asks for, a query, a mutation, a file or a socket, begins with that snapshot or a later one.
/// </summary>
internal sealed class AtLeastPosition(NetworkHost network, NodeLimits limits)
{
    private const string RetryAfterSeconds = "1";

    private static readonly NodeCondition Invalid = new(
        "POSITION_INVALID",
        $"Send as {PositionHeaders.AtLeast} one whole number: the {PositionHeaders.Position} of an answer, or a payload's `position`, "
            + "as it came."
    );

    private static readonly NodeCondition Ahead = new(
        "POSITION_AHEAD",
        $"The journal is far from the position in {PositionHeaders.AtLeast}. Take one that this service gave."
    );

    private static readonly NodeCondition NotReached = new(
        "POSITION_NOT_REACHED",
        $"This node has not come to the position in {PositionHeaders.AtLeast} yet. Send the request again, which may reach another node, "
            + "or without the header for an older answer. Where it goes on, no answer of this service gave that position."
    );

    private int _waiting;

    /// <summary>A request without the header pays for looking.</summary>
    public Task InvokeAsync(HttpContext http, RequestDelegate next) =>
        http.Request.Headers.TryGetValue(PositionHeaders.AtLeast, out var asked)
            ? InvokeAsync(http, asked, next)
            : next(http);

    private async Task InvokeAsync(HttpContext http, StringValues asked, RequestDelegate next)
    {
        if (asked.Count != 1 || !Positions.TryRead(asked[0], out var position))
        {
            await RequestRefusal.WriteAsync(http, StatusCodes.Status400BadRequest, Invalid.Error);
        }
        else if (position.Value - network.Journal.Head.Value > limits.PositionLeadMax)
        {
            await RequestRefusal.WriteAsync(http, StatusCodes.Status400BadRequest, Ahead.Error);
        }
        else if (await HasReachedAsync(position, http.RequestAborted))
        {
            await next(http);
        }
        else
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
            await RequestRefusal.WriteAsync(http, StatusCodes.Status503ServiceUnavailable, NotReached.Error);
        }
    }

    private async Task<bool> HasReachedAsync(JournalPosition position, CancellationToken cancellation)
    {
        if (network.Projection.Current.Position >= position)
        {
            return true;
        }

        try
        {
            return Interlocked.Increment(ref _waiting) <= limits.PositionWaitersMax
                && await Positions.TryReachAsync(network, position, limits.PositionWait, cancellation) is not null;
        }
        catch (ProjectionFaultedException)
        {
            return false;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
