using System.CommandLine;
using RegionalNetwork.Server.Backups;

namespace RegionalNetwork.Server.CommandLine;

/// <summary>
/// <c>backup FILE [--people-keys FILE]</c>: journal, access log and keys of cookies in one archive, while servers run.
/// </summary>
internal static class BackupCommand
{
    public static Command Create(JournalOptions journal)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The archive to write; it must not be there yet." };
        var keys = new Option<FileInfo?>("--people-keys")
        {
            Description =
                "Where to write the keys of people, which are not in the archive. Keep that file for days only.",
        };
        var command = new Command(
            "backup",
            "Writes all that must not be lost into one archive, also while servers run."
        )
        {
            file,
            keys,
        };
        command.SetAction(
            (parsed, cancellation) =>
                StartFaults.ReportAsync(async () =>
                {
                    var (place, archive) = (journal.Find(parsed), parsed.GetRequiredValue(file));
                    if (parsed.GetValue(keys) is { } copy)
                    {
                        await Backup.TakePeopleKeysAsync(place, copy);
                        Console.WriteLine(
                            $"{copy.FullName}: the keys of people. Keep it for days, apart from the archive."
                        );
                    }

                    var taken = await Backup.TakeAsync(place, archive, TimeProvider.System.GetUtcNow(), cancellation);
                    Console.WriteLine(
                        $"{archive.FullName}: {taken.Position} entries, {taken.Files.Count} files. Position {taken.Position}, hash {taken.Hash}."
                    );
                    return 0;
                })
        );
        return command;
    }
}
