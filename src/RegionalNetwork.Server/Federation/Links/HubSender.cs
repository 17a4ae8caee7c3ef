using RegionalNetwork.Domain.Federation.Links;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Projections;
using RegionalNetwork.Server.Federation.Status;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Telemetry;

namespace RegionalNetwork.Server.Federation.Links;

/// <summary>
/// Sends the hub what is queued for it, batch after batch, from where the hub says that it has got to. Begins anew after whatever
/// stopped, on either side: the queue is in this journal and the count in both.
/// </summary>
internal sealed class HubSender(NetworkHost network, NodeKey key, FederationReports reports, ILogger log) : IDisposable
{
    private readonly HubClient _hub = new(key, network.Clock);
    private readonly Outbox _outbox = new(network);
    private int _failures;

    /// <summary>When the hub last proved that it was the hub; null for not since this node's turn began.</summary>
    private DateTimeOffset? _heardAt;

    /// <summary>Sends until there is no hub any more. Who had the turn to send before may have been another node.</summary>
    /// <exception cref="JournalUnavailableException">How far the other node got cannot be read.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        (_failures, _heardAt) = (0, null);
        var end = await network.Journal.ReadChainHeadAsync(cancellation);
        await network.Projection.WaitForAsync(end.Position, cancellation);
        while (IsJoined)
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

    /// <summary>Whether there is a hub to send to.</summary>
    public bool IsJoined => Link is { IsJoined: true };

    public void Dispose() => _hub.Dispose();

    /// <returns>How long to wait after a failure, or nothing where there is more to send; null to wait for a change.</returns>
    private async Task<TimeSpan?> TryStepAsync(CancellationToken cancellation)
    {
        try
        {
            var isMore = await StepAsync(cancellation);
            Report(fault: null);
            _failures = 0;
            return isMore ? TimeSpan.Zero : null;
        }
        catch (Exception fault) when (fault is HubException or JournalUnavailableException or GrainBusyException)
        {
            if (_failures == 0)
            {
                LogMessages.HubFailed(log, fault.Message);
            }

            return Failed(fault.Message, (fault as HubException)?.RetryAfter);
        }
        catch (Exception fault)
            when (fault is not (OperationCanceledException or ObjectDisposedException or ProjectionFaultedException))
        {
            // Whatever it is must not end the sending for as long as the node lives.
            LogMessages.SendingFailed(log, fault);
            return Failed("This node could not make or send the next batch; its log says why.", retryAfter: null);
        }
    }

    /// <returns>How long to wait.</returns>
    private TimeSpan Failed(string message, TimeSpan? retryAfter)
    {
        Report(new LinkFault(message, network.Clock.GetUtcNow()));
        _failures++;
        return Pause(retryAfter);
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
        _heardAt is not { } heard || network.Clock.GetUtcNow() - heard >= FederationLimits.HelloInterval;

    /// <summary>Sends a batch and writes down how far the hub has got.</summary>
    private async Task ExchangeAsync(Batch batch, CancellationToken cancellation)
    {
        using var span = Spans.Push(new Uri(Link!.Url).Host, batch.Messages.Count);
        var answer = await _hub.SendAsync(Link!, batch, cancellation);
        _heardAt = network.Clock.GetUtcNow();
        await SendAsync(new AcknowledgeMessages(answer.Acknowledged, answer.Quarantined), cancellation);
        if (answer.Problem is { } problem)
        {
            throw new HubException($"The hub did not take all: {problem.Code}: {problem.Message}", retryAfter: null);
        }
    }

    /// <summary>Tells how it goes, where that is news.</summary>
    private void Report(LinkFault? fault)
    {
        var known = reports.Hub;
        var health = new LinkHealth(_heardAt ?? known.HeardAt, fault);
        if (health != known)
        {
            reports.Tell(health);
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

    /// <summary>Ends once the journal has gone on, or after a time.</summary>
    /// <param name="seen">What was looked through.</param>
    public async Task WaitForChangeAsync(JournalPosition seen, CancellationToken cancellation)
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
