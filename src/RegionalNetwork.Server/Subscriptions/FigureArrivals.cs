using System.Runtime.CompilerServices;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Subscriptions;

internal sealed record FiguresReceivedArguments(string? Publication, string? After);

/// <summary>The source of <c>figuresReceived</c>.</summary>
internal static class FigureArrivals
{
    public static async Task<IAsyncEnumerable<FiguresReceived>> SubscribeAsync(
        FiguresReceivedArguments arguments,
        ResolverContext context
    )
    {
        var request = context.Network();
        var (after, published) = await ResumePoint.FindAsync(arguments.After, context);
        if (arguments.Publication is { } code && !IsKnown(code, request.Host, published.Snapshot))
        {
            throw new GraphQLFieldException(
                "No publication has this code. Take the `code` of one that `publications` gives, or leave it out to hear of all.",
                "PUBLICATION_NOT_FOUND"
            );
        }

        return FollowAsync(
            request.Host,
            Replay.Before(request),
            arguments.Publication,
            after,
            context.CancellationToken
        );
    }

    /// <summary>A publication of the catalogue can be watched before its first figures have come.</summary>
    private static bool IsKnown(string code, NetworkHost host, NetworkSnapshot snapshot) =>
        snapshot.Publications.Find(code) is not null || host.Catalogue.Find(code) is not null;

    private static async IAsyncEnumerable<FiguresReceived> FollowAsync(
        NetworkHost host,
        Replay replay,
        string? publication,
        JournalPosition after,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var reader = new ArrivalReader(host.Journal, publication);
        await foreach (var entry in replay.FollowAsync(after, cancellation))
        {
            foreach (var received in reader.Read(entry))
            {
                await replay.PayForEventAsync(received.At, cancellation);
                await host.Projection.WaitForAsync(received.At, cancellation);
                yield return received;
            }
        }
    }
}
