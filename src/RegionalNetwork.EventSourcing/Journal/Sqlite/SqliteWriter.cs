using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace RegionalNetwork.EventSourcing.Journal.Sqlite;

/// <summary>
/// Group commit: one thread takes all appends that wait, runs them in one transaction, and acknowledges them once it is
/// durable. While the disk syncs one group, the next one gathers.
/// </summary>
internal sealed class SqliteWriter
{
    private readonly Channel<PendingAppend> _queue = Channel.CreateBounded<PendingAppend>(
        new BoundedChannelOptions(Limits.AppendQueueRequests) { SingleReader = true }
    );
    private readonly SqliteAppender _appender;
    private readonly string _path;
    private readonly PositionSignal _head;
    private readonly Task _running;

    public SqliteWriter(SqliteAppender appender, string path, PositionSignal head)
    {
        (_appender, _path, _head) = (appender, path, head);
        // SQLite blocks while the disk syncs or another process writes; that must not cost the pool a thread.
        _running = Task.Factory.StartNew(
            Run,
            CancellationToken.None,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default
        );
    }

    public async Task<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken)
    {
        var pending = new PendingAppend(request);
        while (await _queue.Writer.WaitToWriteAsync(cancellationToken))
        {
            if (_queue.Writer.TryWrite(pending))
            {
                return await pending.Result.WaitAsync(cancellationToken);
            }
        }
        throw new ObjectDisposedException(nameof(SqliteJournal));
    }

    /// <summary>Takes no more appends, finishes those that wait, and closes the connection.</summary>
    public async Task CompleteAsync()
    {
        _queue.Writer.TryComplete();
        await _running;
        _appender.Dispose();
    }

    private void Run()
    {
        var group = new List<PendingAppend>();
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            Gather(group);
            Commit(group);
            group.Clear();
        }
    }

    private void Gather(List<PendingAppend> group)
    {
        var bytes = 0L;
        while (
            group.Count < Limits.GroupCommitRequests
            && bytes <= Limits.GroupCommitPayloadBytes
            && _queue.Reader.TryRead(out var pending)
        )
        {
            group.Add(pending);
            bytes += pending.Request.PayloadBytes;
        }
    }

    private void Commit(List<PendingAppend> group)
    {
        try
        {
            var (results, head) = _appender.Run([.. group.Select(p => p.Request)]);
            _head.Advance(head);
            for (var i = 0; i < results.Length; i++)
            {
                group[i].Acknowledge(results[i]);
            }
        }
        catch (SqliteException fault) when (SqliteFault.IsFull(fault) && group.Count > 1)
        {
            // One large append must not take small ones down with it: each gets its own try at what space there is.
            foreach (var pending in group)
            {
                Commit([pending]);
            }
        }
        catch (SqliteException fault)
        {
            Fail(group, () => SqliteFault.Translate(fault, _path));
        }
        catch (Exception bug)
        {
            // The thread must live on, or all who append later would wait for ever.
            Fail(group, () => bug);
        }
    }

    private static void Fail(List<PendingAppend> group, Func<Exception> fault)
    {
        foreach (var pending in group)
        {
            pending.Fail(fault());
        }
    }
}
