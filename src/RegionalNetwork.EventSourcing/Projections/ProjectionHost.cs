using System.Diagnostics;
using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.EventSourcing.Projections;

/// <summary>
/// Follows a journal and publishes immutable snapshots. A reader takes <see cref="Current"/> without a lock and never
/// waits for a writer. A projection that throws stops here, loudly: it does not skip what it could not apply. A journal that is
/// away for a time after the start is waited for: the snapshot stands still meanwhile.
/// </summary>
public sealed class ProjectionHost<TSnapshot> : IAsyncDisposable
    where TSnapshot : class
{
    private static readonly Task<Batch?> NoBatch = Task.FromResult<Batch?>(null);

    private readonly IProjection<TSnapshot> _projection;
    private readonly IJournal _journal;
    private readonly CancellationTokenSource _stop = new();
    private readonly PositionSignal _reached = new(JournalPosition.Start);
    private readonly JournalPosition _begun;
    private readonly Task _running;

    // Written by the running task only; read by everybody, often.
    private Published<TSnapshot> _current;
    private long _publishedAt = Stopwatch.GetTimestamp();
    private Exception? _fault;

    /// <summary>Whoever starts must be told that the journal is away.</summary>
    private volatile bool _isStarted;

    private ProjectionHost(
        IProjection<TSnapshot> projection,
        IJournal journal,
        Func<CancellationToken, Task<Published<TSnapshot>?>>? resume
    )
    {
        (_projection, _journal, _begun) = (projection, journal, journal.Head);
        _current = new Published<TSnapshot>(projection.Initial, JournalPosition.Start);
        _running = Task.Run(() => RunAsync(resume));
    }

    /// <summary>The latest snapshot.</summary>
    public Published<TSnapshot> Current => Volatile.Read(ref _current);

    /// <summary>How long ago the latest snapshot was made: where nothing is written, it grows and nothing is wrong.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(Volatile.Read(ref _publishedAt));

    /// <summary>Why the projection stopped; null while it runs.</summary>
    public Exception? Fault => Volatile.Read(ref _fault);

    /// <summary>
    /// Ends, with <see cref="Fault"/> set, when the projection throws, and without when the host is disposed. For
    /// whoever must notice; it never throws itself.
    /// </summary>
    public Task Stopped => _running;

    /// <summary>
    /// Starts to follow the journal and does not wait for anything: <see cref="CatchUpAsync"/> does.
    /// </summary>
    /// <param name="resume">
    /// Finds a snapshot of this journal from which to go on, which must be what its entries up to there fold to; null, given or
    /// found, to begin with the first entry.
    /// </param>
    public static ProjectionHost<TSnapshot> Begin(
        IProjection<TSnapshot> projection,
        IJournal journal,
        Func<CancellationToken, Task<Published<TSnapshot>?>>? resume = null
    )
    {
        ArgumentNullException.ThrowIfNull(projection);
        ArgumentNullException.ThrowIfNull(journal);
        return new ProjectionHost<TSnapshot>(projection, journal, resume);
    }

    /// <summary>
    /// Starts to follow the journal from its beginning and returns when all that is in it now is applied.
    /// </summary>
    /// <exception cref="ProjectionFaultedException">The projection could not apply what is in the journal.</exception>
    public static async Task<ProjectionHost<TSnapshot>> StartAsync(
        IProjection<TSnapshot> projection,
        IJournal journal,
        CancellationToken cancellationToken = default
    )
    {
        var host = Begin(projection, journal);
        try
        {
            await host.CatchUpAsync(cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Ends when all that was in the journal at the beginning is applied. Until then a journal that is away stops the projection.
    /// </summary>
    /// <exception cref="ProjectionFaultedException">The projection could not apply what is in the journal.</exception>
    public async Task CatchUpAsync(CancellationToken cancellationToken = default)
    {
        await WaitForAsync(_begun, cancellationToken);
        _isStarted = true;
    }

    /// <summary>The latest snapshot as soon as it includes the position: read your own writes.</summary>
    /// <exception cref="ProjectionFaultedException">The projection has stopped before that position.</exception>
    /// <exception cref="ObjectDisposedException">The host was disposed before that position.</exception>
    public async Task<Published<TSnapshot>> WaitForAsync(
        JournalPosition position,
        CancellationToken cancellationToken = default
    )
    {
        await _reached.WaitForAsync(position, cancellationToken);
        return Current;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync(Func<CancellationToken, Task<Published<TSnapshot>?>>? resume)
    {
        try
        {
            if (resume is not null && await resume(_stop.Token) is { } resumed)
            {
                Publish(resumed);
            }

            while (true)
            {
                await _journal.WaitForAsync(_current.Position.Next, _stop.Token);
                await ApplyAllAsync();
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            _reached.Stop(() => new ObjectDisposedException(nameof(ProjectionHost<>)));
        }
        catch (Exception e)
        {
            Volatile.Write(ref _fault, e);
            var message =
                $"The projection {_projection.GetType().Name} stopped after position {_current.Position}: {e.Message}";
            _reached.Stop(() => new ProjectionFaultedException(message, e));
        }
    }

    private async Task ApplyAllAsync()
    {
        var reading = ReadAsync(_current.Position);
        try
        {
            while (await reading is { } batch)
            {
                reading = batch.End < _journal.Head ? ReadAsync(batch.End) : NoBatch;
                using var span = JournalTelemetry.Project(batch.Entries);
                Publish(new Published<TSnapshot>(batch.Apply(_current.Snapshot), batch.End));
            }
        }
        finally
        {
            // Nothing reads from the journal after the host is gone.
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Publish(Published<TSnapshot> next)
    {
        Volatile.Write(ref _current, next);
        Volatile.Write(ref _publishedAt, Stopwatch.GetTimestamp());
        _reached.Advance(next.Position);
    }

    /// <summary>The next entries, read beside whatever is applied meanwhile; null at the journal's end.</summary>
    private Task<Batch?> ReadAsync(JournalPosition after) =>
        Task.Run(async () =>
        {
            var entries = await ReadEntriesAsync(after);
            return entries.Count == 0 ? null : new Batch(entries, _projection.Read(entries));
        });

    private async Task<IReadOnlyList<JournalEntry>> ReadEntriesAsync(JournalPosition after)
    {
        while (true)
        {
            try
            {
                return await _journal.ReadAllAsync(after, Limits.ReadEntries, _stop.Token);
            }
            catch (JournalUnavailableException) when (_isStarted)
            {
                await Task.Delay(Limits.ProjectionRetryPause, _stop.Token);
            }
        }
    }

    private sealed record Batch(IReadOnlyList<JournalEntry> Entries, Func<TSnapshot, TSnapshot> Apply)
    {
        public JournalPosition End => Entries[^1].Position;
    }
}
