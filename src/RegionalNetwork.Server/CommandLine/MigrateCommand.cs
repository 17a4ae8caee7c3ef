using System.CommandLine;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Backups;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.CommandLine;

/// <summary>
/// <c>migrate --from PLACE --to PLACE</c>: copies a journal from a file into a database or back, entry for entry with its hash, and so
/// the access log and the keys. A place is a data folder or a connection string.
/// </summary>
internal static class MigrateCommand
{
    public static Command Create(JournalOptions journal)
    {
        var from = Place("--from", "Where the journal is: a data folder, or 'Host=…;Database=…' of PostgreSQL.");
        var to = Place("--to", "Where it is to be, and nothing is yet: the same.");
        var command = new Command(
            "migrate",
            "Copies a journal, its access log and its keys between files and PostgreSQL, byte for byte. Stop servers first."
        )
        {
            from,
            to,
        };
        command.SetAction(
            (parsed, cancellation) =>
                StartFaults.ReportAsync(() =>
                {
                    var (source, target) = (parsed.GetRequiredValue(from), parsed.GetRequiredValue(to));
                    var data = DataOf(parsed, journal, source, target);
                    return RunAsync(Of(source, data), Of(target, data), cancellation);
                })
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
        var (head, stores) = await Moving.RunAsync((from, source), (to, target), cancellation);
        if (await source.ReadChainHeadAsync(cancellation) is var now && !now.Equals(head))
        {
            throw new JournalFormatException(
                $"Entries were appended while the journal was copied: the copy ends at {head.Position}, the journal at "
                    + $"{now.Position}. Stop the servers, delete the copy and begin again.",
                innerException: null
            );
        }

        Console.WriteLine($"Copied {head.Position} entries. Position {head.Position}, hash {head.Hash}, in both.");
        Console.WriteLine(
            $"Copied the access log up to position {stores.AccessLog.Position}, the keys of {stores.People} people, and "
                + $"{stores.CookieKeys} keys of cookies. Whoever was signed in signs in again."
        );
        return 0;
    }

    private static Option<string> Place(string name, string description) =>
        new(name) { Description = description, Required = true };

    /// <summary>
    /// Folder of the key that wraps keys in a database: that of <c>--data</c>, or else the one that the journal comes from or goes to.
    /// </summary>
    private static DirectoryInfo DataOf(ParseResult parsed, JournalOptions journal, params string[] places) =>
        parsed.GetResult(journal.Data) is null or { Implicit: true }
        && Array.Find(places, place => !IsConnection(place)) is { } folder
            ? new DirectoryInfo(folder)
            : parsed.GetRequiredValue(journal.Data);

    private static JournalPlace Of(string place, DirectoryInfo data) =>
        IsConnection(place)
            ? JournalOptions.At(data, place, JournalOptions.Configuration())
            : JournalPlace.In(new DirectoryInfo(place));

    /// <summary>Only a connection string has an equals sign and names a host.</summary>
    private static bool IsConnection(string place) =>
        place.Contains("Host=", StringComparison.OrdinalIgnoreCase)
        || place.Contains("Server=", StringComparison.OrdinalIgnoreCase);
}
