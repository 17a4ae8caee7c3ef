using System.CommandLine;

namespace RegionalNetwork.Server.CommandLine;

/// <summary>The executable's commands. Without one it serves; an unknown word prints the usage and exits with 1.</summary>
internal static class Commands
{
    public static RootCommand Root()
    {
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "Folder of the journal and the keys; kept between runs.",
            DefaultValueFactory = _ => new DirectoryInfo("data"),
            Recursive = true,
        };
        var root = new RootCommand(
            "RegionalNetwork: regional networks of Principal Social Workers, as one GraphQL API."
        )
        {
            data,
            ImportCommand.Create(data),
            TokenCommand.Create(data),
        };
        ServeCommand.Configure(root, data);
        return root;
    }
}
