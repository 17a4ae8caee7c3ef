using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns.Rounds;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.Returns;

/// <summary>Compiles every round that has something new, so that an embargo that ended is lifted.</summary>
internal sealed class RoundSchedule(NetworkHost network, ILogger log)
{
    /// <summary>The service itself, in the role of the national office: a round is everybody's.</summary>
    private static readonly Actor Itself = new("service:rounds", [new(Role.NationalOffice, Place.Nation)]);

    public NightlyTask Nightly => new("compile-rounds", TimeSpan.FromMinutes(5), IsShared: true, CompileAsync);

    /// <summary>Every round that has something pending today.</summary>
    /// <returns>Whether none is left.</returns>
    public async Task<bool> CompileAsync(CancellationToken cancellation)
    {
        var returns = network.Projection.Current.Snapshot.Returns;
        var today = DateOnly.FromDateTime(network.Clock.GetUtcNow().UtcDateTime);
        var areAllDone = true;
        foreach (var (collection, period) in returns.Keys)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Rounds.Next(returns, collection, period, today) is { HasPending: true } next)
            {
                areAllDone &= await TryCompileAsync(next, today, cancellation);
            }
        }

        return areAllDone;
    }

    /// <summary>
    /// The same command of every node that night, so that the journal takes it once, as the grain does by the number of the round.
    /// </summary>
    private async Task<bool> TryCompileAsync(CompileRound next, DateOnly today, CancellationToken cancellation)
    {
        try
        {
            var id = $"nightly-{today:yyyyMMdd}-{next.Key}-{next.Last + 1}";
            await network.Grains.SendAsync(Itself, id, next, cancellation);
            return true;
        }
        catch (Exception fault)
            when (fault is JournalUnavailableException or GrainBusyException or ObjectDisposedException)
        {
            LogMessages.CompileFailed(log, next.Collection, next.Period, fault);
            return false;
        }
    }
}
