using System.CommandLine;
using RegionalNetwork.Server.Auditing;

namespace RegionalNetwork.Server.CommandLine;

/// <summary>
/// <c>verify [--checkpoint FILE]</c>: reads the journal and the access log from beginning to end, also beside a running server. Exit
/// code 1 and the first position at fault when anything was changed.
/// </summary>
internal static class VerifyCommand
{
    public static Command Create(JournalOptions journal)
    {
        var checkpoint = new Option<FileInfo>("--checkpoint")
        {
            Description = "Lines that the command checkpoint printed earlier and that were kept elsewhere.",
        };
        checkpoint.AcceptExistingOnly();
        var command = new Command("verify", "Checks that nobody has changed the journal or the access log.")
        {
            checkpoint,
        };
        command.SetAction(
            (parsed, cancellation) =>
                StartFaults.ReportAsync(async () =>
                {
                    var checkpoints = parsed.GetValue(checkpoint) is { } file ? CheckpointFile.Read(file) : null;
                    await using var audited = AuditedData.Open(journal.Find(parsed));
                    var isSound = await DataVerification.RunAsync(
                        audited,
                        checkpoints,
                        TimeProvider.System.GetUtcNow(),
                        (Console.Out, Console.Error),
                        cancellation
                    );
                    return isSound ? 0 : 1;
                })
        );
        return command;
    }
}
