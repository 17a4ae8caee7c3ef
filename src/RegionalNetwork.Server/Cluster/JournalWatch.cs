using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.Server.Cluster;

/// <summary>
/// Asks the journal where it ends, again and again, and remembers when it answered and which ends the snapshot has not come to yet.
/// Whoever asks for readiness reads what is remembered, so that probes cost the journal nothing.
/// </summary>
/// <param name="reached">How far the snapshot has come.</param>
internal sealed class JournalWatch(
    IJournal journal,
    Func<JournalPosition> reached,
    NodeLimits limits,
    TimeProvider clock
)
{
    private readonly Lock _gate = new();
    private readonly Queue<(JournalPosition End, long SeenAt)> _unreached = new();
    private long _answeredAt = clock.GetTimestamp();
    private long _end = journal.Head.Value;

    /// <summary>Where the journal ended when it was last asked.</summary>
    public JournalPosition End => new(Volatile.Read(ref _end));

    /// <summary>Whether the journal has been silent for too long.</summary>
    public bool IsAway => clock.GetElapsedTime(Volatile.Read(ref _answeredAt)) > limits.JournalSilenceMax;

    /// <summary>Whether the snapshot still lacks what was seen in the journal too long ago.</summary>
    public bool IsLagging => Delay > limits.LagMax;

    /// <summary>How long ago the oldest end of the journal was seen that the snapshot has not come to; zero where there is none.</summary>
    public TimeSpan Delay
    {
        get
        {
            lock (_gate)
            {
                ForgetReached();
                return _unreached.TryPeek(out var oldest) ? clock.GetElapsedTime(oldest.SeenAt) : TimeSpan.Zero;
            }
        }
    }

    /// <summary>Ends when it is cancelled, never with an exception: what goes wrong shows as silence.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            await LookAsync(cancellation);
            await Task.Delay(limits.LookInterval, clock, cancellation)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Asks once.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            Note((await journal.ReadChainHeadAsync(cancellation)).Position);
        }
        catch (Exception fault)
            when (fault
                    is JournalUnavailableException
                        or JournalFormatException
                        or ObjectDisposedException
                        or OperationCanceledException
            )
        {
            // A journal that cannot be read is silent; one that is broken stops the projection, which is noticed there.
        }
    }

    private void Note(JournalPosition end)
    {
        var now = clock.GetTimestamp();
        Volatile.Write(ref _answeredAt, now);
        Volatile.Write(ref _end, end.Value);
        lock (_gate)
        {
            ForgetReached();
            if (end > reached() && _unreached.Count < limits.UnreachedMax)
            {
                _unreached.Enqueue((end, now));
            }
        }
    }

    private void ForgetReached()
    {
        var now = reached();
        while (_unreached.TryPeek(out var oldest) && oldest.End <= now)
        {
            _unreached.Dequeue();
        }
    }
}
