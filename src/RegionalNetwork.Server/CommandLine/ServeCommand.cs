using System.CommandLine;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.CommandLine;

/// <summary>What the executable does without a command: serve until it is told to stop.</summary>
internal static class ServeCommand
{
    private const string DefaultUrl = "http://localhost:5080";

    public static void Configure(RootCommand root, JournalOptions journal)
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
        urls.Validators.Add(given =>
        {
            if (FaultOf(given.GetValueOrDefault<string>()) is { } fault)
            {
                given.AddError(fault);
            }
        });
        sample.AcceptOnlyFromAmong("default", "none");
        var rateLimit = RateLimitOption.Create();
        root.Options.Add(urls);
        root.Options.Add(sample);
        root.Options.Add(rateLimit);
        var requests = RequestOptions.AddTo(root);
        root.SetAction(
            (parsed, cancellation) =>
                ServerHost.RunAsync(
                    new ServerSettings(
                        parsed.GetRequiredValue(journal.Data),
                        parsed.GetRequiredValue(urls),
                        parsed.GetRequiredValue(sample) == "default"
                    )
                    {
                        Journal = journal.Find(parsed),
                        RateLimitUnitsPerMinute = RateLimitOption.UnitsPerMinute(parsed.GetRequiredValue(rateLimit)),
                        TrustedDocuments = parsed.GetValue(requests.TrustedDocuments),
                        BatchOperations = parsed.GetValue(requests.Batching),
                    },
                    cancellation
                )
        );
    }

    /// <summary>Found before anything is opened or made. HTTPS is for the proxy in front: there is no certificate here.</summary>
    private static string? FaultOf(string? urls) =>
        urls?.Split(';').FirstOrDefault(url => !IsHttp(url)) is { } wrong
            ? $"'{wrong}' is no address to listen on. Give addresses such as {DefaultUrl}, separated by semicolons."
            : null;

    /// <summary>A host may be a name, an address, <c>*</c> or <c>+</c>: all that the web server takes.</summary>
    private static bool IsHttp(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Scheme: "http", PathBase: "" };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
