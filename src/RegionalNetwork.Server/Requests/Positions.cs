using System.Globalization;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Projections;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Requests;

/// <summary>Positions of the journal as clients send them back, and the wait for this node to come to one.</summary>
internal static class Positions
{
    /// <summary>Digits alone, as every answer writes them.</summary>
    public static bool TryRead(string? text, out JournalPosition position)
    {
        var isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        position = new JournalPosition(value);
        return isNumber;
    }

    /// <summary>Another node may be a little ahead of this one, but not by long.</summary>
    /// <returns>A snapshot that includes the position; null where there is none within the time.</returns>
    public static async Task<Published<NetworkSnapshot>?> TryReachAsync(
        NetworkHost host,
        JournalPosition position,
        TimeSpan wait,
        CancellationToken cancellation
    )
    {
        using var patience = new CancellationTokenSource(wait, host.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            return await host.Projection.WaitForAsync(position, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
