using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns.Rounds;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.Returns;

/// <summary>Compiles every round that has something new: once the server listens, and then each night, when embargoes end.</summary>
internal sealed class RoundSchedule(NetworkHost network, ILogger log)
{
    /// <summary>The service itself, in the role of the national office: a round is everybody's.</summary>
    private static readonly Actor Itself = new("service:rounds", [new(Role.NationalOffice, Place.Nation)]);

    /// <summary>After midnight, so that no clock is still on the day before.</summary>
    private static readonly TimeSpan AfterMidnight = TimeSpan.FromMinutes(5);

    public void Run(IHostApplicationLifetime lifetime) =>
        lifetime.ApplicationStarted.Register(() => _ = RunAsync(lifetime.ApplicationStopping));

    /// <summary>Ends when it is cancelled, never with an exception: a night that failed is made up for by the next.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await CompileAsync(cancellation);
                var now = network.Clock.GetUtcNow();
                await Task.Delay(now.Date.AddDays(1) + AfterMidnight - now.UtcDateTime, network.Clock, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops; what is left is compiled after the next start.
        }
    }

    /// <summary>Every round that has something pending today.</summary>
    public async Task CompileAsync(CancellationToken cancellation)
    {
        var returns = network.Projection.Current.Snapshot.Returns;
        var today = DateOnly.FromDateTime(network.Clock.GetUtcNow().UtcDateTime);
        foreach (var (collection, period) in returns.Keys)
        {
            if (Rounds.Next(returns, collection, period, today) is { HasPending: true } next)
            {
                await CompileAsync(next, cancellation);
            }
        }
    }

    private async Task CompileAsync(CompileRound next, CancellationToken cancellation)
    {
        try
        {
            await network.Grains.SendAsync(Itself, $"compile-{Guid.CreateVersion7():N}", next, cancellation);
        }
        catch (Exception fault)
            when (fault is JournalUnavailableException or GrainBusyException or ObjectDisposedException)
        {
            LogMessages.CompileFailed(log, next.Collection, next.Period, fault);
        }
    }
}
