using RegionalNetwork.Domain.Federation.Links;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Projections;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Telemetry;

namespace RegionalNetwork.Server.Federation.Links;

/// <summary>
/// Sends the hub what is queued for it, batch after batch, from where the hub says that it has got to. Begins anew after whatever
/// stopped, on either side: the queue is in this journal and the count in both.
/// </summary>
internal sealed class HubSender(NetworkHost network, NodeKey key, LinkHealth health, ILogger log) : IDisposable
{
    private readonly HubClient _hub = new(key, network.Clock);
    private readonly Outbox _outbox = new(network);
    private int _failures;

    /// <summary>Ends when it is cancelled, or when the snapshot does not follow the journal any more.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                var seen = network.Projection.Current.Position;
                var pause = await TryStepAsync(cancellation);
                if (pause is { } wait)
                {
                    await Task.Delay(wait, network.Clock, cancellation);
                }
                else
                {
                    await WaitForChangeAsync(seen, cancellation);
                }
            }
        }
        catch (Exception end)
            when (end is OperationCanceledException or ObjectDisposedException or ProjectionFaultedException)
        {
            // The server stops; what is queued is sent after the next start.
        }
    }

    public void Dispose() => _hub.Dispose();

    /// <returns>How long to wait after a failure, or nothing where there is more to send; null to wait for a change.</returns>
    private async Task<TimeSpan?> TryStepAsync(CancellationToken cancellation)
    {
        if (Link is not { IsJoined: true })
        {
            return null;
        }

        try
        {
            var isMore = await StepAsync(cancellation);
            health.Succeeded();
            _failures = 0;
            return isMore ? TimeSpan.Zero : null;
        }
        catch (Exception fault) when (fault is HubException or JournalUnavailableException or GrainBusyException)
        {
            if (_failures == 0)
            {
                LogMessages.HubFailed(log, fault.Message);
            }

            health.Failed(fault.Message, network.Clock.GetUtcNow());
            _failures++;
            return Pause((fault as HubException)?.RetryAfter);
        }
    }

    /// <returns>Whether there is more to send.</returns>
    private async Task<bool> StepAsync(CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(network.Clock.GetUtcNow().UtcDateTime);
        await _outbox.QueueAsync(Link!, today, cancellation);
        // Who answers has to prove that it is the hub before the first figure leaves, and after each failure again.
        if (_failures > 0 || IsHelloDue)
        {
            await ExchangeAsync(OutgoingBatch.Hello(Link!), cancellation);
        }

        if (Link!.Lag > 0)
        {
            var batch = OutgoingBatch.Of(
                network.Projection.Current.Snapshot,
                network.TableSchemas.Collections,
                Link,
                today
            );
            await ExchangeAsync(batch, cancellation);
        }

        if (Link is { Leaving: not null, Lag: 0 })
        {
            await ExchangeAsync(OutgoingBatch.Hello(Link) with { IsLeaving = true }, cancellation);
            await SendAsync(new EndLink(IsForced: false), cancellation);
            return false;
        }

        return Link.Lag > 0;
    }

    private HubLink? Link => network.Projection.Current.Snapshot.FederationLink.Link;

    private bool IsHelloDue =>
        health.HeardAt is not { } heard || network.Clock.GetUtcNow() - heard >= FederationLimits.HelloInterval;

    /// <summary>Sends a batch and writes down how far the hub has got.</summary>
    private async Task ExchangeAsync(Batch batch, CancellationToken cancellation)
    {
        using var span = Spans.Push(new Uri(Link!.Url).Host, batch.Messages.Count);
        var answer = await _hub.SendAsync(Link!, batch, cancellation);
        health.Heard(network.Clock.GetUtcNow());
        await SendAsync(new AcknowledgeMessages(answer.Acknowledged, answer.Quarantined), cancellation);
        if (answer.Problem is { } problem)
        {
            throw new HubException($"The hub did not take all: {problem.Code}: {problem.Message}", retryAfter: null);
        }
    }

    private async Task SendAsync(LinkCommand command, CancellationToken cancellation)
    {
        var reply = await network.Grains.SendAsync(
            Outbox.Itself,
            $"link-{Guid.CreateVersion7():N}",
            command,
            cancellation
        );
        await network.Projection.WaitForAsync(reply.Position, cancellation);
        if (reply is GrainReply<Refusal>.Refused refused)
        {
            throw new HubException(refused.Refusals[0].Message, retryAfter: null);
        }
    }

    /// <summary>As long as the hub asks, or twice as long after each failure, up to a limit.</summary>
    private TimeSpan Pause(TimeSpan? asked)
    {
        if (asked is { } wait)
        {
            return wait < FederationLimits.RetryAfterMax ? wait : FederationLimits.RetryAfterMax;
        }

        var doublings = Math.Min(_failures - 1, FederationLimits.RetryDoublings);
        var pause = FederationLimits.RetryPause * Math.Pow(2, doublings);
        return pause < FederationLimits.RetryPauseMax ? pause : FederationLimits.RetryPauseMax;
    }

    private async Task WaitForChangeAsync(JournalPosition seen, CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        waiting.CancelAfter(FederationLimits.HelloInterval);
        try
        {
            await network.Projection.WaitForAsync(seen.Next, waiting.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return;
        }

        await Task.Delay(FederationLimits.Gathering, network.Clock, cancellation);
    }
}
