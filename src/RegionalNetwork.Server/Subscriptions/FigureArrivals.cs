using System.Runtime.CompilerServices;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Requests;

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
        var (after, _) = await ResumePoint.FindAsync(arguments.After, context);
        return FollowAsync(context.Network().Host, arguments.Publication, after, context.CancellationToken);
    }

    private static async IAsyncEnumerable<FiguresReceived> FollowAsync(
        NetworkHost host,
        string? publication,
        JournalPosition after,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var reader = new ArrivalReader(host.Journal, publication);
        await foreach (var entry in host.Tail.FollowAsync(after, cancellation))
        {
            foreach (var received in reader.Read(entry))
            {
                await host.Projection.WaitForAsync(received.At, cancellation);
                yield return received;
            }
        }
    }
}
