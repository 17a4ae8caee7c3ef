using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Projections;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.Federation.Links;

/// <summary>
/// Of the nodes with one journal one sends to the hub: whoever has the turn. When that one stops or is killed another goes on within
/// <see cref="FederationLimits.TurnLook"/>, when it hangs once its turn is over. Messages are numbered, so that what two should send in
/// between is taken once.
/// </summary>
internal sealed class SendingTurns(NetworkHost network, HubSender sender)
{
    private const string Work = "federation-send";

    /// <summary>Ends when it is cancelled, or when the snapshot does not follow the journal any more.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                var seen = network.Projection.Current.Position;
                if (!sender.IsJoined)
                {
                    await sender.WaitForChangeAsync(seen, cancellation);
                }
                else if (!await TrySendAsync(cancellation))
                {
                    await Task.Delay(FederationLimits.TurnLook, network.Clock, cancellation);
                }
            }
        }
        catch (Exception end)
            when (end is OperationCanceledException or ObjectDisposedException or ProjectionFaultedException)
        {
            // The server stops; what is queued is sent by another node, or after the next start.
        }
    }

    /// <returns>Whether all was sent for as long as there was a hub; false where it was not, or is not any more, this node's turn.</returns>
    private async Task<bool> TrySendAsync(CancellationToken cancellation)
    {
        try
        {
            await using var turn = await network.Journal.TryTakeTurnAsync(Work, cancellation);
            if (turn is null)
            {
                return false;
            }

            using var either = CancellationTokenSource.CreateLinkedTokenSource(turn.Lost, cancellation);
            await sender.RunAsync(either.Token);
            return true;
        }
        catch (JournalUnavailableException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
