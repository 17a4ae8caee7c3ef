using System.CommandLine;
using RegionalNetwork.Server.Cluster;

namespace RegionalNetwork.Server.CommandLine;

/// <summary>The executable's commands. Without one it serves; an unknown word prints the usage and exits with 1.</summary>
internal static class Commands
{
    /// <summary>How long the process may take beside that: for closing what it has open.</summary>
    private static readonly TimeSpan CloseMax = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a command may take to end when it is told to: longer than a server may drain and wait for requests that it has
    /// begun, so that one that is stopped in order exits with 0.
    /// </summary>
    private static readonly TimeSpan EndMax = NodeLimits.DrainDelayMax + NodeLimits.FinishMax + CloseMax;

    public static Task<int> RunAsync(string[] arguments) =>
        Root().Parse(arguments).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = EndMax });

    private static RootCommand Root()
    {
        var place = JournalOptions.Create();
        var root = new RootCommand(
            "RegionalNetwork: regional networks of Principal Social Workers, as one GraphQL API."
        )
        {
            place.Data,
            place.Journal,
            ImportCommand.Create(place),
            ImportNeighboursCommand.Create(place),
            TokenCommand.Create(place.Data),
            InviteCommand.Create(place),
            FederationCommand.Create(place),
            PrepareCommand.Create(place),
            BackupCommand.Create(place),
            RestoreCommand.Create(place),
            MigrateCommand.Create(place),
            WrappingKeyCommand.Create(place),
            VerifyCommand.Create(place),
            CheckpointCommand.Create(place),
            AccessLogCommand.Create(place),
        };
        ServeCommand.Configure(root, place);
        return root;
    }
}
