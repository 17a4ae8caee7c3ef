using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.Server.Access;

/// <summary>What a verification of the access log found.</summary>
/// <param name="Head">The last record that is sound.</param>
/// <param name="Forgotten">The last record that was deleted because of its age.</param>
/// <param name="Fault">A full sentence that names the first position at fault; null when the whole log is sound.</param>
internal sealed record VerifiedAccess(AccessHead Head, AccessHead Forgotten, string? Fault);

/// <summary>
/// Reads the access log from the first record that is kept to where it ends now, and stops at the first thing that is wrong.
/// </summary>
/// <param name="checkpoints">Heads that the log had once.</param>
internal sealed class AccessVerification(AccessLog log, IEnumerable<AccessHead> checkpoints, DateTimeOffset now)
{
    private readonly ILookup<long, AccessHead> _checkpoints = checkpoints.ToLookup(checkpoint => checkpoint.Position);
    private AccessHead _sound = AccessChain.Start;

    public async Task<VerifiedAccess> RunAsync(CancellationToken cancellation)
    {
        // The head first: what is deleted in the meantime is then after it in time, not before it.
        var end = await log.ReadHeadAsync(cancellation);
        var forgotten = await log.ReadForgottenAsync(cancellation);
        _sound = forgotten;
        var fault = ForgottenTooEarly(forgotten) ?? CheckpointFault(forgotten);
        while (fault is null && _sound.Position < end.Position)
        {
            fault = await VerifyBatchAsync(end.Position, cancellation);
        }

        return new VerifiedAccess(_sound, forgotten, fault ?? CutOff());
    }

    private async Task<string?> VerifyBatchAsync(long end, CancellationToken cancellation)
    {
        // What cannot be read hides what comes before it in the same batch.
        var batch = await ReadAsync(AccessLimits.ReadRecords, cancellation) ?? await ReadAsync(1, cancellation);
        if (batch is null or { Count: 0 })
        {
            return $"The record at position {_sound.Position + 1} cannot be read: the access log is damaged.";
        }

        return batch
            .TakeWhile(chained => chained.Entry.Position <= end)
            .Select(FaultOf)
            .FirstOrDefault(f => f is not null);
    }

    private async Task<List<ChainedAccess>?> ReadAsync(int recordsMax, CancellationToken cancellation)
    {
        try
        {
            return await log.ReadChainAsync(_sound.Position, recordsMax, cancellation);
        }
        catch (JournalFormatException)
        {
            return null;
        }
    }

    private string? FaultOf(ChainedAccess chained)
    {
        var (entry, hash) = chained;
        var expected = _sound.Position + 1;
        if (entry.Position != expected)
        {
            return $"The record at position {expected} is missing: the access log goes on with position {entry.Position}.";
        }

        if (!AccessChain.Next(_sound.Hash, entry).Equals(hash))
        {
            return $"The record at position {expected} is not what was written there: its hash does not fit what it holds and "
                + "the record before it.";
        }

        var head = new AccessHead(expected, hash, entry.Record.At);
        var fault = CheckpointFault(head);
        if (fault is null)
        {
            _sound = head;
        }

        return fault;
    }

    /// <summary>
    /// Whoever deletes records may claim that they were old. A checkpoint holds the time of its record, which says otherwise.
    /// </summary>
    private string? ForgottenTooEarly(AccessHead forgotten)
    {
        var cutOff = RetentionClasses.AccessLog.CutOff(now);
        var early = _checkpoints
            .Where(at => at.Key <= forgotten.Position)
            .SelectMany(at => at)
            .Append(forgotten)
            .Where(head => head.At >= cutOff)
            .MinBy(head => head.Position);
        return early is null
            ? null
            : $"The record at position {early.Position} is missing: it was deleted before it was older than is kept.";
    }

    private string? CheckpointFault(AccessHead head) =>
        _checkpoints[head.Position].All(checkpoint => checkpoint.Hash.Equals(head.Hash))
            ? null
            : $"The checkpoint at position {head.Position} has another hash than the access log has there: records up to it were "
                + "written anew.";

    private string? CutOff()
    {
        var last = _checkpoints.Select(at => at.Key).DefaultIfEmpty().Max();
        return last <= _sound.Position
            ? null
            : $"The record at position {_sound.Position + 1} is missing: the access log ends at position {_sound.Position}, but a "
                + $"checkpoint was taken at position {last}.";
    }
}
