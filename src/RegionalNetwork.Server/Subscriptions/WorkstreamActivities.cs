using System.Runtime.CompilerServices;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Journal;
using RegionalNetwork.Server.Requests;

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
        return published.Snapshot.Workstreams.Find(arguments.Workstream) is { } workstream
            ? FollowAsync(request.Host, Replay.Before(request), workstream.Id, after, context.CancellationToken)
            : throw new GraphQLFieldException(
                "No workstream has this code. Take the `code` of one that `workstreams` gives.",
                "WORKSTREAM_NOT_FOUND"
            );
    }

    private static async IAsyncEnumerable<WorkstreamActivity> FollowAsync(
        NetworkHost host,
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
                await host.Projection.WaitForAsync(entry.Position, cancellation);
                var happened = EventRegistries.Workstreams.Decode(entry);
                yield return new WorkstreamActivity(entry.Position, entry.RecordedAt, workstream, happened);
            }
        }
    }
}
