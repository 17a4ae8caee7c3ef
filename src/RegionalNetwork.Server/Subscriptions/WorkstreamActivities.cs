using System.Runtime.CompilerServices;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Journal;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Workstreams;

namespace RegionalNetwork.Server.Subscriptions;

internal sealed record WorkstreamActivityArguments(string Workstream, string? After);

/// <summary>The source of <c>workstreamActivity</c>: the workstream's own stream in the journal.</summary>
internal static class WorkstreamActivities
{
    public static async Task<IAsyncEnumerable<WorkstreamActivity>> SubscribeAsync(
        WorkstreamActivityArguments arguments,
        ResolverContext context
    )
    {
        var (after, published) = await ResumePoint.FindAsync(arguments.After, context);
        var request = context.Network();
        return published.Snapshot.Workstreams.Find(arguments.Workstream) is { } workstream && request.Sees(workstream)
            ? FollowAsync(request, Replay.Before(request), workstream.Id, after, context.CancellationToken)
            : throw new GraphQLFieldException(
                "No workstream has this code. Take the `code` of one that `workstreams` gives.",
                "WORKSTREAM_NOT_FOUND"
            );
    }

    private static async IAsyncEnumerable<WorkstreamActivity> FollowAsync(
        NetworkRequest request,
        Replay replay,
        string workstream,
        JournalPosition after,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var entry in replay.FollowAsync(after, cancellation))
        {
            if (entry.Stream.Category == StreamCategories.Workstream && entry.Stream.Key == workstream)
            {
                await replay.PayForEventAsync(entry.Position, cancellation);
                // What the event did can be read before anybody hears of it.
                await request.Host.Projection.WaitForAsync(entry.Position, cancellation);
                if (WorkstreamResolvers.Find(request.Anew(), workstream) is null)
                {
                    throw new GraphQLFieldException(
                        "This workstream is no longer shown to you: a role of yours or its audience has changed.",
                        "WORKSTREAM_NOT_FOUND"
                    );
                }

                var happened = EventRegistries.Workstreams.Decode(entry);
                yield return new WorkstreamActivity(entry.Position, entry.RecordedAt, workstream, happened);
            }
        }
    }
}
