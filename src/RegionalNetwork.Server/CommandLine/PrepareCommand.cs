using System.CommandLine;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Stores;

namespace RegionalNetwork.Server.CommandLine;

/// <summary>
/// <c>prepare --journal CONNECTION</c>: begins the journal, and what nodes share beside it, or brings both to the newest format, as the
/// role that owns them, so that the role that serves need not be allowed to.
/// </summary>
internal static class PrepareCommand
{
    public static Command Create(JournalOptions journal)
    {
        var command = new Command(
            "prepare",
            "Begins the journal or brings it to this version's format, as the owner of its database."
        );
        command.SetAction(
            (parsed, cancellation) =>
                StartFaults.ReportAsync(async () =>
                {
                    var place = journal.Find(parsed);
                    if (place.PostgreSql is null)
                    {
                        place.Data.Create();
                    }

                    await using var opened = place.Open();
                    if (place.PostgreSql is not null)
                    {
                        SharedTables.Open(place).Dispose();
                        if (await LeftBehind.BringAsync(place, cancellation) is { } copied)
                        {
                            Console.WriteLine(
                                $"Copied from {place.Data.FullName}: the access log up to position {copied.AccessLog.Position}, the "
                                    + $"keys of {copied.People} people, and {copied.CookieKeys} keys of cookies."
                            );
                        }
                    }

                    var head = await opened.ReadChainHeadAsync(cancellation);
                    JournalReport.Print(opened, Console.Out);
                    Console.WriteLine($"The journal is ready, at position {head.Position}.");
                    return 0;
                })
        );
        return command;
    }
}
