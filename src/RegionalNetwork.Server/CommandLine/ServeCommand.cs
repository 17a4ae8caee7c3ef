using System.CommandLine;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.CommandLine;

/// <summary>What the executable does without a command: serve until it is told to stop.</summary>
internal static class ServeCommand
{
    private const string DefaultUrl = "http://localhost:5080";

    public static void Configure(RootCommand root, Option<DirectoryInfo> data)
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Addresses to listen on, separated by semicolons.",
            DefaultValueFactory = _ => DefaultUrl,
        };
        var sample = new Option<string>("--sample")
        {
            Description = "What to load into an empty journal: the sample network, or nothing.",
            DefaultValueFactory = _ => "default",
        };
        sample.AcceptOnlyFromAmong("default", "none");
        root.Options.Add(urls);
        root.Options.Add(sample);
        root.SetAction(
            (parsed, cancellation) =>
                ServerHost.RunAsync(
                    new ServerSettings(
                        parsed.GetRequiredValue(data),
                        parsed.GetRequiredValue(urls),
                        parsed.GetRequiredValue(sample) == "default"
                    ),
                    cancellation
                )
        );
    }
}
