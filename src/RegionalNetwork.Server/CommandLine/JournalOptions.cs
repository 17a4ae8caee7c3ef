using System.CommandLine;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.CommandLine;

/// <summary>
/// <c>--data</c> and <c>--journal</c>, for every command: where the network keeps what it must not lose. Without
/// <c>--journal</c> the setting <c>Journal:PostgreSql</c> counts (environment variable <c>Journal__PostgreSql</c>, or
/// <c>appsettings.json</c>), so that a password need not stand where every user of the machine can read it.
/// </summary>
internal sealed record JournalOptions(Option<DirectoryInfo> Data, Option<string?> Journal)
{
    private const string Setting = "Journal:PostgreSql";

    public static JournalOptions Create() =>
        new(
            new Option<DirectoryInfo>("--data")
            {
                Description = "Folder of the journal, the access log and the keys; kept between runs.",
                DefaultValueFactory = _ => new DirectoryInfo("data"),
                Recursive = true,
            },
            new Option<string?>("--journal")
            {
                Description =
                    "Connection string of a PostgreSQL database that holds the journal, and what nodes share, in place of the folder: 'Host=…;Database=…'.",
                Recursive = true,
            }
        );

    public JournalPlace Find(ParseResult parsed) =>
        new(parsed.GetRequiredValue(Data), parsed.GetValue(Journal) ?? Configured());

    private static string? Configured() =>
        new ConfigurationBuilder()
            .SetBasePath(Environment.CurrentDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .Build()[Setting]
            is { Length: > 0 } text
            ? text
            : null;
}
