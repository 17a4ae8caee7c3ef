using System.CommandLine;
using System.Text.Json;
using RegionalNetwork.Server.Federation.Status;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.CommandLine;

/// <summary>
/// <c>federation status</c>: what the journal, and the database that it may be in, know of it, as JSON. A running server whose journal is
/// in a file knows more: <c>/federation</c>.
/// </summary>
internal static class FederationStatusCommand
{
    public static Command Create(JournalOptions journal)
    {
        var command = new Command("status", "Prints members, the hub, what waits and what is in quarantine, as JSON.");
        command.SetAction(
            (parsed, cancellation) =>
                StartFaults.ReportAsync(async () =>
                {
                    await using var host = await NetworkHost.OpenAsync(
                        journal.Find(parsed),
                        TimeProvider.System,
                        cancellation
                    );
                    using var reports = host.OpenFederationReports();
                    var status = FederationStatus.Of(host.Projection.Current.Snapshot, reports);
                    Console.WriteLine(JsonSerializer.Serialize(status, StatusJson.Default.FederationStatus));
                    return 0;
                })
        );
        return command;
    }
}
