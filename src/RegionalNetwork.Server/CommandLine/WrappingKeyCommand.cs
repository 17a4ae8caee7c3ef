using System.CommandLine;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Stores;

namespace RegionalNetwork.Server.CommandLine;

/// <summary>
/// <c>wrapping-key new</c> and <c>wrapping-key change</c>: another key for what wraps the keys in a database, while nodes run.
/// </summary>
internal static class WrappingKeyCommand
{
    public static Command Create(JournalOptions journal) =>
        new("wrapping-key", "Changes the key that wraps the keys of cookies and people in PostgreSQL, while nodes run.")
        {
            New(journal),
            Change(journal),
        };

    private static Command New(JournalOptions journal)
    {
        var command = new Command("new", "Makes the next key beside the one in use; nothing is wrapped with it yet.");
        command.SetAction(parsed =>
            StartFaults.Report(() =>
            {
                var files = WrappingKeyFiles.Of(journal.Find(parsed));
                files.MakeNext();
                Console.WriteLine(
                    $"{files.Next}: the next key. Copy it to every node, of the same name, and to where you keep the one in use; then run "
                        + "wrapping-key change."
                );
                return 0;
            })
        );
        return command;
    }

    private static Command Change(JournalOptions journal)
    {
        var command = new Command(
            "change",
            "Wraps every key anew with the next key, in one step, as the owner of the database."
        );
        command.SetAction(parsed => StartFaults.Report(() => Run(journal.Find(parsed))));
        return command;
    }

    private static int Run(JournalPlace place)
    {
        if (place.PostgreSql is null)
        {
            return OperatorRun.Refuse(
                "Keys are wrapped only where the journal is in PostgreSQL. Name it with --journal, as the owner of the database."
            );
        }

        using var tables =
            SharedTables.OpenExisting(place)
            ?? throw new InvalidDataException("Nothing is wrapped there: run the command prepare first.");
        var wrapped = WrappingKeyChange.Run(tables);
        var files = tables.KeyFiles;
        Console.WriteLine(
            wrapped is null
                ? $"All keys are wrapped with {files.Next} already."
                : $"{wrapped} keys are wrapped with {files.Next} now; nodes that have it need no restart."
        );
        Console.WriteLine(
            $"On each node: mv {files.Next} {files.Path}. Keep the old key for as long as a copy of the database from before, apart "
                + "from both."
        );
        return 0;
    }
}
