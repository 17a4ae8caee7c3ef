using System.CommandLine;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Copying;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.CommandLine;

/// <summary>
/// <c>migrate --from PLACE --to PLACE</c>: copies a journal from a file into a database or back, entry for entry with its hash. A
/// place is a data folder or a connection string. The access log and the keys stay in the data folder.
/// </summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var from = Place("--from", "Where the journal is: a data folder, or 'Host=…;Database=…' of PostgreSQL.");
        var to = Place("--to", "Where it is to be, and nothing is yet: the same.");
        var command = new Command(
            "migrate",
            "Copies a journal between a file and PostgreSQL, byte for byte. Stop servers first."
        )
        {
            from,
            to,
        };
        command.SetAction(
            (parsed, cancellation) =>
                StartFaults.ReportAsync(() =>
                    RunAsync(Of(parsed.GetRequiredValue(from)), Of(parsed.GetRequiredValue(to)), cancellation)
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(JournalPlace from, JournalPlace to, CancellationToken cancellation)
    {
        await using var source = from.OpenExisting();
        if (to.PostgreSql is null)
        {
            to.Data.Create();
        }

        await using var target = to.Open();
        var head = await JournalCopy.RunAsync(source, target, cancellation);
        if (await source.ReadChainHeadAsync(cancellation) is var now && !now.Equals(head))
        {
            throw new JournalFormatException(
                $"Entries were appended while the journal was copied: the copy ends at {head.Position}, the journal at "
                    + $"{now.Position}. Stop the servers, delete the copy and begin again.",
                innerException: null
            );
        }

        Console.WriteLine($"Copied {head.Position} entries. Position {head.Position}, hash {head.Hash}, in both.");
        return 0;
    }

    private static Option<string> Place(string name, string description) =>
        new(name) { Description = description, Required = true };

    /// <summary>Only a connection string has an equals sign and names a host.</summary>
    private static JournalPlace Of(string place) =>
        place.Contains("Host=", StringComparison.OrdinalIgnoreCase)
        || place.Contains("Server=", StringComparison.OrdinalIgnoreCase)
            ? new JournalPlace(new DirectoryInfo("."), place)
            : JournalPlace.In(new DirectoryInfo(place));
}
