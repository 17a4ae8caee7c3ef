namespace RegionalNetwork.GraphQL.Execution;

/// <summary>
/// Cancels an operation when its caller does, or when it has run for too long. Timers are used again: an operation that ends in time
/// allocates none.
/// </summary>
internal sealed class Deadlines(TimeSpan timeout, TimeProvider clock)
{
    private readonly Deadline?[] _idle = new Deadline?[Limits.MaxIdleDeadlines];

    public TimeSpan Timeout { get; } = timeout;

    /// <summary>Most operations end on the thread that they start on, and find there what the one before left.</summary>
    private ref Deadline? Idle => ref _idle[Environment.CurrentManagedThreadId % Limits.MaxIdleDeadlines];

    public Deadline Start(CancellationToken caller)
    {
        var deadline = Interlocked.Exchange(ref Idle, null) ?? new Deadline(clock);
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
        else if (!deadline.TryReset() || Interlocked.CompareExchange(ref Idle, deadline, null) is not null)
        {
            deadline.Dispose();
        }
    }
}

/// <summary>
/// One operation at a time. Its timer is set when it first starts and left running: when it fires it looks whether the operation of
/// that moment is due and sets itself for later if not, so that a start costs no timer.
/// </summary>
internal sealed class Deadline : IDisposable
{
    private const long None = 0;
    private const long Firing = -1;

    private readonly CancellationTokenSource _source = new();
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private CancellationTokenRegistration _registration;
    private CancellationToken _caller;

    /// <summary>When the operation is to be cancelled, as a timestamp of the clock. Who replaces it decides what happens.</summary>
    private long _due = None;
    private int _isSet;

    public Deadline(TimeProvider clock)
    {
        _clock = clock;
        _timer = clock.CreateTimer(
            static deadline => ((Deadline)deadline!).Fire(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    public CancellationToken Token => _source.Token;

    /// <summary>The time is up, and it was not the caller who cancelled.</summary>
    public bool IsPast => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    public void Start(TimeSpan timeout, CancellationToken caller)
    {
        _caller = caller;
        _registration = caller.UnsafeRegister(static deadline => ((Deadline)deadline!)._source.Cancel(), this);
        if (timeout != Timeout.InfiniteTimeSpan)
        {
            Volatile.Write(ref _due, _clock.GetTimestamp() + (long)(timeout.TotalSeconds * _clock.TimestampFrequency));
            SetTimer(timeout);
        }
    }

    /// <returns>Whether it can start again.</returns>
    public bool TryReset()
    {
        _registration.Dispose();
        return Interlocked.Exchange(ref _due, None) != Firing && _source.TryReset();
    }

    public void Cancel()
    {
        _registration.Dispose();
        Interlocked.Exchange(ref _due, None);
        _timer.Dispose();
        _source.Cancel();
    }

    public void Dispose()
    {
        _registration.Dispose();
        _timer.Dispose();
        _source.Dispose();
    }

    private void SetTimer(TimeSpan time)
    {
        if (Interlocked.Exchange(ref _isSet, 1) == 0)
        {
            _timer.Change(time, Timeout.InfiniteTimeSpan);
        }
    }

    private void Fire()
    {
        // First, so that an operation that starts from here on sets the timer itself.
        Interlocked.Exchange(ref _isSet, 0);
        var due = Volatile.Read(ref _due);
        if (due is None or Firing)
        {
            return;
        }

        var left = _clock.GetElapsedTime(_clock.GetTimestamp(), due);
        if (left > TimeSpan.Zero)
        {
            SetTimer(left);
        }
        else if (Interlocked.CompareExchange(ref _due, Firing, due) == due)
        {
            _source.Cancel();
        }
    }
}
