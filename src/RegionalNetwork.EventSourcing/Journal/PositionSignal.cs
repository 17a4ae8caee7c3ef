namespace RegionalNetwork.EventSourcing.Journal;

/// <summary>A position that only grows, and the means to wait for it. Reading it takes no lock.</summary>
internal sealed class PositionSignal(JournalPosition start)
{
    private readonly Lock _gate = new();
    private long _position = start.Value;
    private Func<Exception>? _fault;
    private TaskCompletionSource _changed = NewChange();

    public JournalPosition Position => new(Volatile.Read(ref _position));

    /// <summary>Moves to the position and wakes those who wait; an earlier position changes nothing.</summary>
    public void Advance(JournalPosition position)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            if (position.Value <= _position)
            {
                return;
            }
            Volatile.Write(ref _position, position.Value);
            changed = _changed;
            _changed = NewChange();
        }
        changed.SetResult();
    }

    /// <summary>
    /// The position will not move again: all who wait for a later one, now or in future, get the exception.
    /// </summary>
    public void Stop(Func<Exception> fault)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            if (_fault is not null)
            {
                return;
            }
            _fault = fault;
            changed = _changed;
        }
        changed.SetResult();
    }

    public async Task WaitForAsync(JournalPosition position, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_position >= position.Value)
                {
                    return;
                }
                if (_fault is not null)
                {
                    throw _fault();
                }
                changed = _changed.Task;
            }
            await changed.WaitAsync(cancellationToken);
        }
    }

    // Those who wait must not run on the thread that commits.
    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
