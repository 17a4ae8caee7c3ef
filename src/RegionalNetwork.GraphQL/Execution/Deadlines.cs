using System.Collections.Concurrent;

namespace RegionalNetwork.GraphQL.Execution;

/// <summary>
/// Cancels an operation when its caller does, or when it has run for too long. Timers are used again: an operation that ends in time
/// allocates none.
/// </summary>
internal sealed class Deadlines(TimeSpan timeout, TimeProvider clock)
{
    private readonly ConcurrentBag<Deadline> _idle = [];

    public TimeSpan Timeout { get; } = timeout;

    public Deadline Start(CancellationToken caller)
    {
        var deadline = _idle.TryTake(out var idle) ? idle : new Deadline(clock);
        deadline.Start(Timeout, caller);
        return deadline;
    }

    /// <param name="isQuiet">
    /// Nothing of the operation runs any more, so that its token may serve another. Otherwise what still runs is told to stop.
    /// </param>
    public void End(Deadline deadline, bool isQuiet)
    {
        if (!isQuiet)
        {
            deadline.Cancel();
        }
        else if (_idle.Count < Limits.MaxIdleDeadlines && deadline.TryReset())
        {
            _idle.Add(deadline);
        }
        else
        {
            deadline.Dispose();
        }
    }
}

internal sealed class Deadline(TimeProvider clock) : IDisposable
{
    private readonly CancellationTokenSource _source = new(Timeout.InfiniteTimeSpan, clock);
    private CancellationTokenRegistration _registration;
    private CancellationToken _caller;

    public CancellationToken Token => _source.Token;

    /// <summary>The time is up, and it was not the caller who cancelled.</summary>
    public bool IsPast => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    public void Start(TimeSpan timeout, CancellationToken caller)
    {
        _caller = caller;
        _registration = caller.UnsafeRegister(static deadline => ((Deadline)deadline!)._source.Cancel(), this);
        _source.CancelAfter(timeout);
    }

    /// <returns>Whether it can start again.</returns>
    public bool TryReset()
    {
        _registration.Dispose();
        return _source.TryReset();
    }

    public void Cancel()
    {
        _registration.Dispose();
        _source.Cancel();
    }

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
}
