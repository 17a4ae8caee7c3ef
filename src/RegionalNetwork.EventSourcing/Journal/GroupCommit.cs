using System.Threading.Channels;

namespace RegionalNetwork.EventSourcing.Journal;

/// <summary>
/// Group commit: one thread takes all requests that wait, runs them in one transaction, and answers them once it is durable.
/// While the disk syncs one group, the next one gathers.
/// </summary>
/// <param name="run">
/// Runs requests in one transaction and returns what came of each once all are durable; an exception means that none is.
/// </param>
/// <param name="bytesOf">Rough size of a request, to bound a group.</param>
/// <param name="queueMax">Requests that may wait.</param>
/// <param name="translate">
/// What a fault of the store means to those who wait; a fault that is none of the store's comes back as it is.
/// </param>
public sealed class GroupCommit<TRequest, TResult>(
    Func<IReadOnlyList<TRequest>, TResult[]> run,
    Func<TRequest, long> bytesOf,
    int queueMax,
    Func<Exception, Exception> translate
)
{
    private readonly Channel<Pending> _queue = Channel.CreateBounded<Pending>(
        new BoundedChannelOptions(queueMax) { SingleReader = true }
    );
    private Task _running = Task.CompletedTask;

    /// <summary>Begins to take requests.</summary>
    public void Start() =>
        // The store blocks while the disk syncs or another process writes; that must not cost the pool a thread.
        _running = Task.Factory.StartNew(
            Run,
            CancellationToken.None,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default
        );

    /// <summary>Waits for room, then for the commit.</summary>
    /// <exception cref="ObjectDisposedException">No more requests are taken.</exception>
    public async Task<TResult> AddAsync(TRequest request, CancellationToken cancellationToken)
    {
        var pending = new Pending(request);
        while (await _queue.Writer.WaitToWriteAsync(cancellationToken))
        {
            if (_queue.Writer.TryWrite(pending))
            {
                return await pending.Result.WaitAsync(cancellationToken);
            }
        }
        throw new ObjectDisposedException(typeof(TRequest).Name);
    }

    /// <summary>Does not wait for room: false when the queue is full or no more requests are taken.</summary>
    /// <param name="result">Ends with the commit.</param>
    public bool TryAdd(TRequest request, out Task<TResult> result)
    {
        var pending = new Pending(request);
        result = pending.Result;
        return _queue.Writer.TryWrite(pending);
    }

    /// <summary>Takes no more requests and finishes those that wait.</summary>
    public Task CompleteAsync()
    {
        _queue.Writer.TryComplete();
        return _running;
    }

    private void Run()
    {
        var group = new List<Pending>();
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            Gather(group);
            Commit(group);
            group.Clear();
        }
    }

    private void Gather(List<Pending> group)
    {
        var bytes = 0L;
        while (
            group.Count < Limits.GroupCommitRequests
            && bytes <= Limits.GroupCommitPayloadBytes
            && _queue.Reader.TryRead(out var pending)
        )
        {
            group.Add(pending);
            bytes += bytesOf(pending.Request);
        }
    }

    private void Commit(List<Pending> group)
    {
        try
        {
            var results = run([.. group.Select(p => p.Request)]);
            for (var i = 0; i < results.Length; i++)
            {
                group[i].Answer(results[i]);
            }
        }
        catch (Exception fault) when (group.Count > 1 && IsFull(fault))
        {
            // One large request must not take small ones down with it: each gets its own try at what space there is.
            foreach (var pending in group)
            {
                Commit([pending]);
            }
        }
        catch (Exception fault)
        {
            // The thread must live on, or all who come later would wait for ever.
            Fail(group, () => translate(fault));
        }
    }

    private bool IsFull(Exception fault) =>
        translate(fault) is JournalUnavailableException { Reason: JournalUnavailableReason.Full };

    private static void Fail(List<Pending> group, Func<Exception> fault)
    {
        foreach (var pending in group)
        {
            pending.Fail(fault());
        }
    }

    /// <summary>A request that waits, and its answer to come.</summary>
    private sealed class Pending(TRequest request)
    {
        // The caller must not run on the thread that commits.
        private readonly TaskCompletionSource<TResult> _result = new(
            TaskCreationOptions.RunContinuationsAsynchronously
        );

        public TRequest Request { get; } = request;

        public Task<TResult> Result => _result.Task;

        public void Answer(TResult result) => _result.SetResult(result);

        public void Fail(Exception fault) => _result.SetException(fault);
    }
}
