using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Verification;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.Journal;

namespace RegionalNetwork.Server.Auditing;

/// <summary>Verifies journal, its replay and the access log, and says what it found in sentences.</summary>
internal static class DataVerification
{
    private const string WithoutCheckpoint =
        "No checkpoint was given: entries cut off at the end, or a chain made anew from some entry on, cannot be found without one. "
        + "Run verify --checkpoint FILE with what the command checkpoint printed earlier.";

    private const string NothingRecorded = "Access log: nothing was ever recorded.";

    /// <returns>Whether all is sound.</returns>
    public static async Task<bool> RunAsync(
        AuditedData data,
        CheckpointFile? checkpoints,
        DateTimeOffset now,
        (TextWriter Findings, TextWriter Faults) output,
        CancellationToken cancellation
    )
    {
        var journal = await new JournalVerification(
            data.Journal,
            entry => EventRegistries.Decode(entry),
            (checkpoints ?? CheckpointFile.None).Journal
        ).RunAsync(cancellation);
        await output.Findings.WriteLineAsync(
            $"Journal: {journal.Head.Position} entries in {journal.Streams} streams are as they were written. "
                + $"Position {journal.Head.Position}, hash {journal.Head.Hash}."
        );
        var replayFault = journal.Fault is null
            ? await VerifyReplayAsync(data, journal.Head.Position, output.Findings, cancellation)
            : null;
        var accessFault = await VerifyAccessAsync(data, checkpoints, now, output.Findings, cancellation);
        if (checkpoints is null)
        {
            await output.Findings.WriteLineAsync(WithoutCheckpoint);
        }

        foreach (var fault in new[] { journal.Fault?.Message, replayFault, accessFault }.OfType<string>())
        {
            await output.Faults.WriteLineAsync(fault);
        }

        return journal.Fault is null && replayFault is null && accessFault is null;
    }

    private static async Task<string?> VerifyReplayAsync(
        AuditedData data,
        JournalPosition end,
        TextWriter findings,
        CancellationToken cancellation
    )
    {
        var replay = new ReplayVerification(data.Journal, end);
        var (digest, fault) = await replay.RunAsync(cancellation);
        if (fault is not null)
        {
            return fault;
        }

        await findings.WriteLineAsync($"Snapshot: two replays show the same. Position {end}, digest {digest}.");
        if (await replay.FindSavedAsync(data.Saved, cancellation) is not { } saved)
        {
            return null;
        }

        if (saved.Digest != digest)
        {
            return $"The saved snapshot of position {saved.From} shows something else than a replay. Stop the server, delete the file "
                + "snapshot.bin in its data folder and start it again: the journal is as it was written. Report this.";
        }

        await findings.WriteLineAsync($"Saved snapshot: of position {saved.From}, and shows what a replay shows.");
        return null;
    }

    private static async Task<string?> VerifyAccessAsync(
        AuditedData data,
        CheckpointFile? checkpoints,
        DateTimeOffset now,
        TextWriter findings,
        CancellationToken cancellation
    )
    {
        var heads = (checkpoints ?? CheckpointFile.None).AccessLog;
        if (data.AccessLog is null)
        {
            await findings.WriteLineAsync(NothingRecorded);
            return heads.Any(head => head.Position > 0)
                ? "The record at position 1 is missing: there is no access log, but a checkpoint was taken of one."
                : null;
        }

        var access = await new AccessVerification(data.AccessLog, heads, now).RunAsync(cancellation);
        await findings.WriteLineAsync(
            access.Head.Position == 0
                ? NothingRecorded
                : $"Access log: {access.Head.Position - access.Forgotten.Position} records are as they were written; "
                    + $"{access.Forgotten.Position} older ones were deleted because of their age. "
                    + $"Position {access.Head.Position}, hash {access.Head.Hash}."
        );
        return access.Fault;
    }
}
