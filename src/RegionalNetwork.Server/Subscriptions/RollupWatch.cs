using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Benchmarking;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Journal;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Subscriptions;

/// <summary>Which rollup is watched.</summary>
/// <param name="Publication">That has, or will have, the indicator.</param>
/// <param name="Area">Null for a network.</param>
/// <param name="Network">Null for an area.</param>
internal sealed record RollupTarget(
    string Publication,
    string Indicator,
    IReadOnlyList<DimensionItem> Where,
    AreaView? Area,
    string? Network
);

/// <summary>
/// The rollup as it was at one position of the journal, whatever the snapshot shows by now: it depends on the vintage, all of
/// which stay readable, and on the network's membership, which is folded here.
/// </summary>
internal sealed class RollupWatch(NetworkHost host, RollupTarget target)
{
    private NetworkDirectory _networks = NetworkDirectory.Empty;
    private int _vintage;
    private IReadOnlyList<RollupView> _rollups = [];

    /// <summary>Takes the watch to a position.</summary>
    /// <param name="vintage">The number of the vintage that was current there; 0 for none.</param>
    public async Task StartAsync(
        JournalPosition at,
        int vintage,
        NetworkSnapshot snapshot,
        CancellationToken cancellation
    )
    {
        await foreach (var entry in NetworkEntriesAsync(cancellation))
        {
            if (entry.Position > at)
            {
                break;
            }

            _networks = _networks.Apply(entry.Stream.Key, EventRegistries.Networks.Decode(entry));
        }

        _vintage = vintage;
        _rollups = Compute(snapshot);
    }

    public bool Concerns(JournalEntry entry) =>
        target.Network is { } network
        && entry.Stream.Category == StreamCategories.Network
        && entry.Stream.Key == network;

    /// <summary>The network's next event.</summary>
    public RollupChange? Apply(JournalEntry entry, NetworkSnapshot snapshot)
    {
        _networks = _networks.Apply(entry.Stream.Key, EventRegistries.Networks.Decode(entry));
        return Change(entry.Position, entry.RecordedAt, snapshot);
    }

    public RollupChange? Apply(VintageReceived received, NetworkSnapshot snapshot)
    {
        _vintage = received.Number;
        return Change(received.At, received.RecordedAt, snapshot);
    }

    private RollupChange? Change(JournalPosition at, DateTimeOffset recordedAt, NetworkSnapshot snapshot)
    {
        var before = _rollups;
        _rollups = Compute(snapshot);
        return RollupChange.Between(before, _rollups, at, recordedAt, _vintage);
    }

    private IReadOnlyList<RollupView> Compute(NetworkSnapshot snapshot)
    {
        var vintages = snapshot.Benchmarks.VintagesOf(target.Publication);
        var source = PublishedIndicator
            .In(vintages.Where(vintage => vintage.Vintage.Number == _vintage), target.Indicator)
            .SingleOrDefault();
        var slice = source is null ? -1 : SliceSelection.Find(source, target.Where);
        if (slice < 0)
        {
            return [];
        }

        var columns = source!.PeriodsInOrder.Select(period => source.Column(period, slice));
        return target.Area is { } area ? [.. columns.Select(column => RollupView.OfArea(column, area))]
            : _networks.Find(target.Network!) is { } network
                ? [.. columns.Select(column => RollupView.OfNetwork(column, network))]
            : [];
    }

    private async IAsyncEnumerable<JournalEntry> NetworkEntriesAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        if (target.Network is null)
        {
            yield break;
        }

        var stream = new StreamId(StreamCategories.Network, target.Network);
        var version = default(StreamVersion);
        while (
            await host.Journal.ReadStreamAsync(stream, version, EventSourcing.Limits.TailPageEntries, cancellation)
                is { Count: > 0 } entries
        )
        {
            foreach (var entry in entries)
            {
                version = entry.Version;
                yield return entry;
            }
        }
    }
}
