using System.Runtime.CompilerServices;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Projections;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Benchmarking;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Subscriptions;

internal sealed record RollupChangedArguments(
    string Indicator,
    string? Region,
    string? Network,
    IReadOnlyList<DimensionItem> Where,
    string? After
);

/// <summary>The source of <c>rollupChanged</c>.</summary>
internal static class RollupChanges
{
    public static async Task<IAsyncEnumerable<RollupChange>> SubscribeAsync(
        RollupChangedArguments arguments,
        ResolverContext context
    )
    {
        var request = context.Network();
        var host = request.Host;
        var (after, published) = await ResumePoint.FindAsync(arguments.After, context);
        var target = Target(arguments, host, published.Snapshot);
        var replay = Replay.Before(request);
        var arrivals = new ArrivalReader(host.Journal, target.Publication);
        var vintage =
            await VintageAtAsync(replay, arrivals, after, published, context.CancellationToken)
            ?? published.Snapshot.Benchmarks.Current(target.Publication)?.Vintage.Number
            ?? 0;
        var watch = new RollupWatch(host, target);
        await watch.StartAsync(after, vintage, published.Snapshot, context.CancellationToken);
        return FollowAsync(host, replay, target, watch, after, context.CancellationToken);
    }

    private static async IAsyncEnumerable<RollupChange> FollowAsync(
        NetworkHost host,
        Replay replay,
        RollupTarget target,
        RollupWatch watch,
        JournalPosition after,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var arrivals = new ArrivalReader(host.Journal, target.Publication);
        await foreach (var entry in replay.FollowAsync(after, cancellation))
        {
            foreach (var received in arrivals.Read(entry).OfType<VintageReceived>())
            {
                await replay.PayForEventAsync(received.At, cancellation);
                var published = await host.Projection.WaitForAsync(received.At, cancellation);
                if (watch.Apply(received, published.Snapshot) is { } change)
                {
                    yield return change;
                }
            }

            if (watch.Concerns(entry))
            {
                await replay.PayForEventAsync(entry.Position, cancellation);
                var published = await host.Projection.WaitForAsync(entry.Position, cancellation);
                if (watch.Apply(entry, published.Snapshot) is { } change)
                {
                    yield return change;
                }
            }
        }
    }

    /// <summary>
    /// Number of the vintage that was current at a position: the one before the first that came after it. Null where none came.
    /// </summary>
    private static async Task<int?> VintageAtAsync(
        Replay replay,
        ArrivalReader arrivals,
        JournalPosition at,
        Published<NetworkSnapshot> published,
        CancellationToken cancellation
    )
    {
        if (at >= published.Position)
        {
            return null;
        }

        await foreach (var entry in replay.FollowAsync(at, cancellation))
        {
            if (arrivals.Read(entry).OfType<VintageReceived>().FirstOrDefault() is { } first)
            {
                return first.Number - 1;
            }

            if (entry.Position >= published.Position && !arrivals.HasBegun)
            {
                break;
            }
        }

        return null;
    }

    private static RollupTarget Target(RollupChangedArguments asked, NetworkHost host, NetworkSnapshot snapshot)
    {
        if (asked.Region is not null && asked.Network is not null)
        {
            throw new GraphQLFieldException("Name a region or a network, not both.", "AREA_AMBIGUOUS");
        }

        if (asked.Network is { } network && snapshot.Networks.Find(network) is null)
        {
            throw new GraphQLFieldException(
                "No network has this code. Take the `code` of one that `networks` gives.",
                "NETWORK_NOT_FOUND"
            );
        }

        return new RollupTarget(
            PublicationOf(asked.Indicator, host, snapshot),
            asked.Indicator,
            asked.Where,
            asked.Network is null ? Area(asked.Region) : null,
            asked.Network
        );
    }

    private static AreaView Area(string? region) =>
        region is null ? AreaView.England
        : CouncilRegister.England.FindRegion(region) is { } found ? new AreaView(found.Code, found.Name)
        : throw new GraphQLFieldException(
            "No region has this code. Take the `code` of one that `regions` gives.",
            "REGION_NOT_FOUND"
        );

    /// <summary>An indicator of the catalogue can be watched before its first figures have come.</summary>
    private static string PublicationOf(string indicator, NetworkHost host, NetworkSnapshot snapshot) =>
        snapshot.Benchmarks.FindByIndicator(indicator)?.Vintage.Publication
        ?? host.Catalogue.Mappings.SelectMany(mapping => mapping.Indicators)
            .Where(known => known.AddsUp)
            .FirstOrDefault(known => string.Equals(known.Code, indicator, StringComparison.OrdinalIgnoreCase))
            ?.Collection
        ?? throw new GraphQLFieldException(
            "No indicator has this code. Take the `code` of one that `indicators` gives.",
            "INDICATOR_NOT_FOUND"
        );
}
