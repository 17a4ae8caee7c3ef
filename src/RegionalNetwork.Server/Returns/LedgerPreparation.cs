using System.Diagnostics;
using RegionalNetwork.Domain.ReturnedFigures;
using RegionalNetwork.EventSourcing.Projections;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Telemetry;

namespace RegionalNetwork.Server.Returns;

/// <summary>
/// Works out what disclosure control lets out of a round as soon as there is one: once the server has started and whenever a round
/// was compiled, on whichever node. Who asks before it is done waits for the fields that they ask for, and no others.
/// </summary>
internal sealed class LedgerPreparation(NetworkHost network)
{
    /// <summary>Ends when it is cancelled or the snapshot stands still, never with an exception.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        ReturnedDirectory? last = null;
        try
        {
            while (true)
            {
                var (snapshot, position) = network.Projection.Current;
                if (!ReferenceEquals(snapshot.Returned, last))
                {
                    last = snapshot.Returned;
                    var began = Stopwatch.GetTimestamp();
                    await Task.Run(() => last.Prepare(cancellation), cancellation);
                    ServerMeters.LedgerDuration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
                }

                await network.Projection.WaitForAsync(position.Next, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
        catch (ProjectionFaultedException)
        {
            // There will be no further round.
        }
    }
}
