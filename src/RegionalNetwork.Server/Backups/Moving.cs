using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Copying;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Stores;

namespace RegionalNetwork.Server.Backups;

/// <summary>Copies all that a place keeps into another that is empty. The journal comes last: until it is there the other is empty.</summary>
internal static class Moving
{
    /// <returns>Where both journals end, and what was copied beside them.</returns>
    /// <exception cref="JournalFormatException">The target is not empty, or the source is damaged.</exception>
    public static async Task<(ChainHead Head, CopiedStores Stores)> RunAsync(
        (JournalPlace Place, IJournal Journal) from,
        (JournalPlace Place, IJournal Journal) to,
        CancellationToken cancellation
    )
    {
        var copied = new CopiedStores(Access.AccessChain.Start, 0, 0);
        // A target that is not empty is refused below, and nothing may be changed in it.
        if ((await to.Journal.ReadChainHeadAsync(cancellation)).Position == JournalPosition.Start)
        {
            await using var source = NetworkStores.OpenExisting(from.Place);
            await using var target = NetworkStores.Open(to.Place);
            copied = await StoreCopy.RunAsync(source, target, cancellation);
        }

        return (await JournalCopy.RunAsync(from.Journal, to.Journal, cancellation), copied);
    }
}
