namespace RegionalNetwork.EventSourcing.Journal.PostgreSql;

/// <summary>
/// What comes of a group of appends, worked out one after the other from what the journal knew of their streams and commands
/// when the group began. A conflict or a repeat adds nothing and so does not spoil the others.
/// </summary>
internal sealed class AppendPlan
{
    private readonly Dictionary<StreamId, StreamVersion> _versions = [];
    private readonly Dictionary<(StreamId, string), AppendResult.AlreadyHandled> _handled = [];
    private readonly List<ChainedEntry> _entries = [];
    private readonly List<StreamId> _newStreams = [];

    /// <param name="head">Where the journal ends.</param>
    public AppendPlan(ChainHead head) => Head = head;

    /// <summary>Where the journal ends with the entries of the plan.</summary>
    public ChainHead Head { get; private set; }

    public IReadOnlyList<ChainedEntry> Entries => _entries;

    public IReadOnlyList<StreamId> NewStreams => _newStreams;

    /// <summary>What the journal knows before anything is added.</summary>
    /// <param name="version">Null where the stream is not there.</param>
    public void Know(AppendRequest request, StreamVersion? version, AppendResult.AlreadyHandled? handled)
    {
        if (version is { } known)
        {
            _versions[request.Stream] = known;
        }

        if (handled is not null)
        {
            _handled[(request.Stream, request.CommandId)] = handled;
        }
    }

    public AppendResult Add(AppendRequest request)
    {
        if (_handled.TryGetValue((request.Stream, request.CommandId), out var handled))
        {
            return handled;
        }

        var isNew = !_versions.TryGetValue(request.Stream, out var version);
        if (version != request.ExpectedVersion)
        {
            return new AppendResult.Conflict(version);
        }

        if (isNew)
        {
            _newStreams.Add(request.Stream);
        }

        foreach (var e in request.Events)
        {
            version = version.Next;
            var entry = new JournalEntry(
                Head.Position.Next,
                request.Stream,
                version,
                e.Type,
                e.Payload,
                request.CommandId,
                request.Actor,
                request.RecordedAt
            );
            Head = new ChainHead(entry.Position, EntryChain.Next(Head.Hash, entry));
            _entries.Add(new ChainedEntry(entry, Head.Hash));
        }

        _versions[request.Stream] = version;
        _handled.Add((request.Stream, request.CommandId), new AppendResult.AlreadyHandled(Head.Position, version));
        return new AppendResult.Appended(Head.Position, version);
    }
}
