using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Rounds;

namespace RegionalNetwork.Domain.Federation.Links;

/// <summary>
/// Which sums go to a hub: of a node that speaks for a region those of the region, each time that a round was compiled. They are over
/// what was released to the nation or further, as disclosure control let them out here.
/// </summary>
public static class SumsFilter
{
    /// <summary>What the hub has to be told of a region's sums next; null for nothing.</summary>
    /// <param name="round">The last one of the collection and period; null before it.</param>
    public static QueueMessage? Due(HubLink link, SumsAddress address, CompiledRound? round)
    {
        var key = address.ToString();
        var sent = link.Last.GetValueOrDefault(key)?.Vintage ?? 0;
        var due =
            link.Leaving is { } how ? (how == LeavingHow.WhatWasSentIsWithdrawn ? 0 : sent)
            : MayLeave(link, address) ? round?.Number ?? 0
            : 0;
        return due == sent ? null : new QueueMessage(MessageKind.Sums, key, due, ReleaseLevel.Nation);
    }

    /// <summary>Sums of what is for the nation are not for a hub that takes only what is for everybody.</summary>
    public static bool MayLeave(HubLink link, SumsAddress address) =>
        link.Leaving is null && link.Level <= ReleaseLevel.Nation && link.Regions.Contains(address.Region);
}
