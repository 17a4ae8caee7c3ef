using System.CommandLine;
using System.Text.Json;
using RegionalNetwork.Server.Auditing;

namespace RegionalNetwork.Server.CommandLine;

/// <summary><c>checkpoint</c>: prints how far the journal and the access log have come, to be kept elsewhere.</summary>
internal static class CheckpointCommand
{
    public static Command Create(JournalOptions journal)
    {
        var command = new Command(
            "checkpoint",
            "Prints one line of JSON to keep elsewhere: with it verify finds what was cut off or made anew."
        );
        command.SetAction(
            (parsed, cancellation) =>
                StartFaults.ReportAsync(async () =>
                {
                    await using var audited = AuditedData.Open(journal.Find(parsed));
                    var checkpoint = await audited.TakeCheckpointAsync(TimeProvider.System.GetUtcNow(), cancellation);
                    Console.WriteLine(JsonSerializer.Serialize(checkpoint, CheckpointJson.Default.Checkpoint));
                    return 0;
                })
        );
        return command;
    }
}
