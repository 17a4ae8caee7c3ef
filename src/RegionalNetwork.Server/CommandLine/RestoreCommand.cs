using System.CommandLine;
using RegionalNetwork.Server.Backups;

namespace RegionalNetwork.Server.CommandLine;

/// <summary>
/// <c>restore FILE [--people-keys FILE]</c>: puts a backup into an empty data folder, and its journal into an empty database where
/// one is named.
/// </summary>
internal static class RestoreCommand
{
    public static Command Create(JournalOptions journal)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "An archive that the command backup wrote." };
        var keys = new Option<FileInfo?>("--people-keys")
        {
            Description = "The keys of people, as the command backup wrote them.",
        };
        file.AcceptExistingOnly();
        keys.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<FileInfo?>() is { Exists: false } missing)
            {
                given.AddError($"There is no file {missing.FullName}.");
            }
        });
        var command = new Command("restore", "Puts a backup where there is nothing yet. A damaged one changes nothing.")
        {
            file,
            keys,
        };
        command.SetAction(
            (parsed, cancellation) =>
                StartFaults.ReportAsync(async () =>
                {
                    var people = parsed.GetValue(keys);
                    var head = await Restore.RunAsync(
                        journal.Find(parsed),
                        parsed.GetRequiredValue(file),
                        people,
                        cancellation
                    );
                    Console.WriteLine(
                        $"Restored: {head.Position} entries. Position {head.Position}, hash {head.Hash}."
                    );
                    if (people is null)
                    {
                        Console.WriteLine(
                            "Without the keys of people nobody can read who is behind their codes. Put them back with --people-keys."
                        );
                    }

                    return 0;
                })
        );
        return command;
    }
}
