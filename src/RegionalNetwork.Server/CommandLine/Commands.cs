using System.CommandLine;

namespace RegionalNetwork.Server.CommandLine;

/// <summary>The executable's commands. Without one it serves; an unknown word prints the usage and exits with 1.</summary>
internal static class Commands
{
    /// <summary>
    /// How long a command may take to end when it is told to. Longer than a web server waits for requests that it has begun, so
    /// that a server that is stopped in order exits with 0.
    /// </summary>
    private static readonly TimeSpan EndMax = TimeSpan.FromSeconds(40);

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
            MigrateCommand.Create(),
            VerifyCommand.Create(place),
            CheckpointCommand.Create(place),
            AccessLogCommand.Create(place.Data),
        };
        ServeCommand.Configure(root, place);
        return root;
    }
}
