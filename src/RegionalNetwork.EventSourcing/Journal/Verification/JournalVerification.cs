using RegionalNetwork.EventSourcing.Serialization;

namespace RegionalNetwork.EventSourcing.Journal.Verification;

/// <summary>
/// Reads a journal from its beginning to where it ends now, and stops at the first thing that is wrong: a position missing, a
/// hash that does not fit, a version out of order, an event that cannot be read, a checkpoint that does not stand. Appends may
/// go on meanwhile.
/// </summary>
/// <remarks>
/// It holds one batch of entries and a number for each stream. Entries cut off at the end, and a chain made anew from some entry
/// on, are found only with a checkpoint from after that entry.
/// </remarks>
/// <param name="decode">
/// Reads the event of an entry; throws <see cref="UnknownEventException"/> or <see cref="MalformedEventException"/>.
/// </param>
/// <param name="checkpoints">Heads that the journal had once, in any order.</param>
public sealed class JournalVerification(
    IJournal journal,
    Action<JournalEntry> decode,
    IEnumerable<ChainHead> checkpoints
)
{
    private readonly Dictionary<StreamId, StreamVersion> _versions = [];
    private readonly ILookup<JournalPosition, ChainHash> _checkpoints = checkpoints.ToLookup(
        c => c.Position,
        c => c.Hash
    );
    private ChainHead _sound = EntryChain.Start;
    private JournalPosition _lastCheckpoint = JournalPosition.Start;

    public async Task<VerifiedJournal> RunAsync(CancellationToken cancellationToken)
    {
        var end = (await journal.ReadChainHeadAsync(cancellationToken)).Position;
        var fault = CheckpointFault(_sound);
        while (fault is null && _sound.Position < end)
        {
            fault = await VerifyBatchAsync(end, cancellationToken);
        }
        fault ??= CutOff() ?? await DamageAsync(cancellationToken);
        return new VerifiedJournal(_sound, _versions.Count, fault);
    }

    /// <summary>Every entry is sound, but those who look for one may not find it.</summary>
    private async Task<JournalFault?> DamageAsync(CancellationToken cancellationToken) =>
        await journal.FindDamageAsync(cancellationToken) is { } damage
            ? new JournalFault(_sound.Position, damage)
            : null;

    private async Task<JournalFault?> VerifyBatchAsync(JournalPosition end, CancellationToken cancellationToken)
    {
        var batch = await ReadAsync(Limits.ReadEntries, cancellationToken);
        // What cannot be read hides what comes before it in the same batch.
        batch ??= await ReadAsync(1, cancellationToken);
        if (batch is null or { Count: 0 })
        {
            return new JournalFault(
                _sound.Position.Next,
                $"The entry at position {_sound.Position.Next} cannot be read: the journal is damaged."
            );
        }
        foreach (var chained in batch.TakeWhile(c => c.Entry.Position <= end))
        {
            if (FaultOf(chained) is { } fault)
            {
                return fault;
            }
        }
        return null;
    }

    private async Task<IReadOnlyList<ChainedEntry>?> ReadAsync(int entriesMax, CancellationToken cancellationToken)
    {
        try
        {
            return await journal.ReadChainAsync(_sound.Position, entriesMax, cancellationToken);
        }
        catch (JournalFormatException)
        {
            return null;
        }
    }

    private JournalFault? FaultOf(ChainedEntry chained)
    {
        var (entry, hash) = chained;
        var expected = _sound.Position.Next;
        if (entry.Position != expected)
        {
            return new JournalFault(
                expected,
                $"The entry at position {expected} is missing: the journal goes on with position {entry.Position}."
            );
        }
        if (!EntryChain.Next(_sound.Hash, entry).Equals(hash))
        {
            return new JournalFault(
                expected,
                $"The entry at position {expected} is not what was written there: its hash does not fit what it holds and "
                    + "the entry before it."
            );
        }
        var head = new ChainHead(expected, hash);
        var fault = VersionFault(entry) ?? DecodingFault(entry) ?? CheckpointFault(head);
        if (fault is null)
        {
            _sound = head;
        }
        return fault;
    }

    private JournalFault? VersionFault(JournalEntry entry)
    {
        var expected = _versions.GetValueOrDefault(entry.Stream).Next;
        _versions[entry.Stream] = entry.Version;
        return entry.Version == expected
            ? null
            : new JournalFault(
                entry.Position,
                $"The entry at position {entry.Position} is version {entry.Version} of stream {entry.Stream}, where version "
                    + $"{expected} should be."
            );
    }

    private JournalFault? DecodingFault(JournalEntry entry)
    {
        try
        {
            decode(entry);
            return null;
        }
        catch (Exception fault) when (fault is UnknownEventException or MalformedEventException)
        {
            return new JournalFault(entry.Position, fault.Message);
        }
    }

    private JournalFault? CheckpointFault(ChainHead head)
    {
        foreach (var hash in _checkpoints[head.Position])
        {
            if (!hash.Equals(head.Hash))
            {
                return new JournalFault(
                    head.Position,
                    $"The checkpoint at position {head.Position} has another hash than the journal has there: entries after "
                        + $"position {_lastCheckpoint} and up to it were written anew."
                );
            }
            _lastCheckpoint = head.Position;
        }
        return null;
    }

    private JournalFault? CutOff()
    {
        var last = _checkpoints.Select(c => c.Key).DefaultIfEmpty().Max();
        return last <= _sound.Position
            ? null
            : new JournalFault(
                _sound.Position.Next,
                $"The entry at position {_sound.Position.Next} is missing: the journal ends at position {_sound.Position}, but "
                    + $"a checkpoint was taken at position {last}."
            );
    }
}
