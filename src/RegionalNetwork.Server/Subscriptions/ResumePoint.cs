using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Projections;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.GraphQLHttp.Streaming;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Subscriptions;

/// <summary>Where a subscription begins: its <c>after</c>, or what the caller's snapshot shows.</summary>
internal static class ResumePoint
{
    /// <returns>The position, and a snapshot that includes it.</returns>
    public static async Task<(JournalPosition After, Published<NetworkSnapshot> Published)> FindAsync(
        string? after,
        ResolverContext context
    )
    {
        var request = context.Network();
        if (after is null)
        {
            return (
                request.Position,
                await request.Host.Projection.WaitForAsync(request.Position, context.CancellationToken)
            );
        }

        if (!Positions.TryRead(after, out var position))
        {
            throw new GraphQLFieldException(
                "Pass as `after` the `position` of an event, of a mutation or of `service`, as it came.",
                "POSITION_INVALID"
            );
        }

        return (
            position,
            await Positions.TryReachAsync(
                request.Host,
                position,
                SubscriptionLimits.Default.PositionWait,
                context.CancellationToken
            )
                ?? throw new GraphQLFieldException(
                    "The journal has not come to the position in `after`. Take a position that this service gave.",
                    "POSITION_AHEAD"
                )
        );
    }
}
