using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Access;

namespace RegionalNetwork.Server.Hosting;

/// <summary>Deletes what is older than is kept: once the server listens, so that no start waits for it, and then daily.</summary>
internal sealed class RetentionSchedule(AccessLog accessLog, TimeProvider clock, ILogger log)
{
    public void Run(IHostApplicationLifetime lifetime) =>
        lifetime.ApplicationStarted.Register(() => _ = RunAsync(lifetime.ApplicationStopping));

    /// <summary>Ends when it is cancelled, never with an exception: a day that failed is made up for by the next.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(AccessLimits.RetentionInterval, clock);
        try
        {
            do
            {
                await ForgetAsync(cancellation);
            } while (await timer.WaitForNextTickAsync(cancellation));
        }
        catch (OperationCanceledException)
        {
            // The server stops; what is left is deleted after the next start.
        }
    }

    private async Task ForgetAsync(CancellationToken cancellation)
    {
        try
        {
            await accessLog.ForgetAsync(clock.GetUtcNow(), cancellation);
        }
        catch (Exception fault)
            when (fault is JournalUnavailableException or JournalFormatException or ObjectDisposedException)
        {
            LogMessages.RetentionFailed(log, fault);
        }
    }
}
