namespace RegionalNetwork.EventSourcing.Journal.InMemory;

/// <summary>
/// A journal that lasts as long as its process: for tests, and as the readable reference for the others.
/// </summary>
public sealed class InMemoryJournal : IJournal
{
    private readonly Lock _gate = new();
    private readonly List<JournalEntry> _entries = [];
    private readonly List<ChainHash> _hashes = [];
    private readonly Dictionary<StreamId, List<JournalEntry>> _streams = [];
    private readonly Dictionary<(StreamId Stream, string CommandId), AppendResult.AlreadyHandled> _commands = [];
    private readonly PositionSignal _head = new(JournalPosition.Start);
    private bool _isClosed;

    public JournalPosition Head => _head.Position;

    public Task<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        AppendResult result;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            result = Append(request);
        }
        if (result is AppendResult.Appended appended)
        {
            _head.Advance(appended.LastPosition);
        }
        return Task.FromResult(result);
    }

    public ValueTask<AppendResult.AlreadyHandled?> FindCommandAsync(
        StreamId stream,
        string commandId,
        CancellationToken cancellationToken = default
    )
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            return ValueTask.FromResult(_commands.GetValueOrDefault((stream, commandId)));
        }
    }

    public ValueTask<IReadOnlyList<JournalEntry>> ReadStreamAsync(
        StreamId stream,
        StreamVersion after,
        int entriesMax,
        CancellationToken cancellationToken = default
    )
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<JournalEntry>>(
                Read(_streams.GetValueOrDefault(stream, []), after.Value, entriesMax)
            );
        }
    }

    public ValueTask<IReadOnlyList<JournalEntry>> ReadStreamsAsync(
        IReadOnlyCollection<StreamId> streams,
        JournalPosition after,
        int entriesMax,
        CancellationToken cancellationToken = default
    )
    {
        ReadArguments.ThrowIfInvalid(streams, after.Value, entriesMax);
        lock (_gate)
        {
            List<JournalEntry> entries =
            [
                .. streams
                    .Distinct()
                    .SelectMany(stream => _streams.GetValueOrDefault(stream, []))
                    .Where(entry => entry.Position > after)
                    .OrderBy(entry => entry.Position.Value),
            ];
            return ValueTask.FromResult<IReadOnlyList<JournalEntry>>(Read(entries, 0, entriesMax));
        }
    }

    public ValueTask<IReadOnlyList<JournalEntry>> ReadAllAsync(
        JournalPosition after,
        int entriesMax,
        CancellationToken cancellationToken = default
    )
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<JournalEntry>>(Read(_entries, after.Value, entriesMax));
        }
    }

    public ValueTask<ChainHead> ReadChainHeadAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            return ValueTask.FromResult(
                _entries.Count == 0 ? EntryChain.Start : new ChainHead(_entries[^1].Position, _hashes[^1])
            );
        }
    }

    public ValueTask<IReadOnlyList<ChainedEntry>> ReadChainAsync(
        JournalPosition after,
        int entriesMax,
        CancellationToken cancellationToken = default
    )
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<ChainedEntry>>([
                .. Read(_entries, after.Value, entriesMax)
                    .Select(entry => new ChainedEntry(entry, _hashes[(int)entry.Position.Value - 1])),
            ]);
        }
    }

    public Task WaitForAsync(JournalPosition position, CancellationToken cancellationToken = default) =>
        _head.WaitForAsync(position, cancellationToken);

    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _isClosed = true;
        }
        _head.Stop(() => new ObjectDisposedException(nameof(InMemoryJournal)));
        return ValueTask.CompletedTask;
    }

    private AppendResult Append(AppendRequest request)
    {
        if (_commands.TryGetValue((request.Stream, request.CommandId), out var handled))
        {
            return handled;
        }
        var version = new StreamVersion(_streams.GetValueOrDefault(request.Stream)?.Count ?? 0);
        if (version != request.ExpectedVersion)
        {
            return new AppendResult.Conflict(version);
        }
        if (!_streams.TryGetValue(request.Stream, out var stream))
        {
            _streams.Add(request.Stream, stream = []);
        }
        foreach (var e in request.Events)
        {
            version = version.Next;
            var entry = new JournalEntry(
                new JournalPosition(_entries.Count + 1),
                request.Stream,
                version,
                e.Type,
                e.Payload,
                request.CommandId,
                request.Actor,
                request.RecordedAt
            );
            _hashes.Add(EntryChain.Next(_hashes.Count == 0 ? EntryChain.Genesis : _hashes[^1], entry));
            _entries.Add(entry);
            stream.Add(entry);
        }
        var last = new JournalPosition(_entries.Count);
        _commands.Add((request.Stream, request.CommandId), new AppendResult.AlreadyHandled(last, version));
        return new AppendResult.Appended(last, version);
    }

    private List<JournalEntry> Read(List<JournalEntry> entries, long after, int entriesMax)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        ReadArguments.ThrowIfInvalid(after, entriesMax);
        var batch = new List<JournalEntry>();
        var bytes = 0L;
        for (var i = after; i < entries.Count && batch.Count < entriesMax && bytes < Limits.ReadPayloadBytes; i++)
        {
            batch.Add(entries[(int)i]);
            bytes += entries[(int)i].Payload.Length;
        }
        return batch;
    }
}
