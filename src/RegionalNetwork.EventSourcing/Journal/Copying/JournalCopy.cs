namespace RegionalNetwork.EventSourcing.Journal.Copying;

/// <summary>
/// Copies a journal, entry for entry, into an empty one of whatever kind. Appends to the source may go on: what it holds when the
/// copying begins is copied. The chain of hashes is checked on the way and at the end, so the copy is byte-equal or none.
/// </summary>
/// <remarks>It holds one page of entries and one append.</remarks>
public sealed class JournalCopy
{
    private readonly IJournal _from;
    private readonly IJournal _to;

    /// <summary>Entries of the append that is being gathered.</summary>
    private readonly List<JournalEntry> _append = [];
    private readonly List<(Task<AppendResult> Result, JournalPosition Last)> _sent = [];
    private ChainHead _read = EntryChain.Start;
    private long _sentBytes;

    private JournalCopy(IJournal from, IJournal to) => (_from, _to) = (from, to);

    /// <summary>Copies, and returns where both end then.</summary>
    /// <exception cref="JournalFormatException">
    /// The target is not empty, or the source is damaged: the message names the first position at fault. The target may hold the
    /// entries before it; delete it.
    /// </exception>
    public static async Task<ChainHead> RunAsync(IJournal from, IJournal to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if ((await to.ReadChainHeadAsync(cancellationToken)).Position is { Value: > 0 } there)
        {
            throw Fault($"The target holds {there} entries already. Nothing was changed in it. Name an empty one.");
        }

        return await new JournalCopy(from, to).RunAsync(cancellationToken);
    }

    private async Task<ChainHead> RunAsync(CancellationToken cancellationToken)
    {
        var end = await _from.ReadChainHeadAsync(cancellationToken);
        while (_read.Position < end.Position)
        {
            var page = await _from.ReadChainAsync(_read.Position, Limits.ReadEntries, cancellationToken);
            if (page.Count == 0)
            {
                throw Missing(end.Position);
            }

            foreach (var chained in page.TakeWhile(chained => chained.Entry.Position <= end.Position))
            {
                Check(chained, end.Position);
                await GatherAsync(chained.Entry, cancellationToken);
            }
        }

        Send(cancellationToken);
        await SettleAsync();
        var copied = await _to.ReadChainHeadAsync(cancellationToken);
        return copied.Equals(end)
            ? end
            : throw Fault(
                $"The copy ends at position {copied.Position} with the hash {copied.Hash}, not at {end.Position} with {end.Hash}: "
                    + "somebody else wrote into the target. Delete it and copy again."
            );
    }

    private void Check(ChainedEntry chained, JournalPosition end)
    {
        var expected = _read.Position.Next;
        if (chained.Entry.Position != expected)
        {
            throw Missing(end);
        }

        var hash = EntryChain.Next(_read.Hash, chained.Entry);
        _read = hash.Equals(chained.Hash)
            ? new ChainHead(expected, hash)
            : throw Fault(
                $"The entry at position {expected} is not what was written there: its hash does not fit what it holds and the "
                    + "entry before it. Nothing was changed in it."
            );
    }

    /// <summary>The events of one append share their command, which has no other on its stream: so they are found again.</summary>
    private async Task GatherAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        if (_append.Count > 0 && (_append[0].Stream, _append[0].CommandId) != (entry.Stream, entry.CommandId))
        {
            Send(cancellationToken);
            if (_sent.Count >= Limits.GroupCommitRequests || _sentBytes >= Limits.GroupCommitPayloadBytes)
            {
                await SettleAsync();
            }
        }

        _append.Add(entry);
    }

    /// <summary>Not waited for one by one: they share commits, and keep their order because the queue has room for all.</summary>
    private void Send(CancellationToken cancellationToken)
    {
        if (_append.Count == 0)
        {
            return;
        }

        var first = _append[0];
        var request = new AppendRequest(
            first.Stream,
            new StreamVersion(first.Version.Value - 1),
            first.CommandId,
            first.Actor,
            first.RecordedAt,
            [.. _append.Select(entry => new NewEvent(entry.Type, entry.Payload))]
        );
        _sent.Add((_to.AppendAsync(request, cancellationToken), _append[^1].Position));
        _sentBytes += request.PayloadBytes;
        _append.Clear();
    }

    private async Task SettleAsync()
    {
        foreach (var (result, last) in _sent)
        {
            if (await result is not AppendResult.Appended appended || appended.LastPosition != last)
            {
                throw Fault(
                    $"The entry at position {last} does not follow those before it, or somebody else writes into the target."
                );
            }
        }

        _sent.Clear();
        _sentBytes = 0;
    }

    private JournalFormatException Missing(JournalPosition end) =>
        Fault(
            $"The entry at position {_read.Position.Next} is missing: the journal ends at {end}. Nothing was changed in it."
        );

    private static JournalFormatException Fault(string message) => new(message, innerException: null);
}
