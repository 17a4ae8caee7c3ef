using System.CommandLine;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.CommandLine;

/// <summary>
/// <c>--data</c> and <c>--journal</c>, for every command: where the network keeps what it must not lose. Without
/// <c>--journal</c> the setting <c>Journal:PostgreSql</c> counts (environment variable <c>Journal__PostgreSql</c>, or
/// <c>appsettings.json</c>), so that a password need not stand where every user of the machine can read it. The setting
/// <c>Journal:SavesSnapshots</c> says whether a start may leave more in the data folder (<see cref="JournalPlace.SavesSnapshots"/>).
/// </summary>
internal sealed record JournalOptions(Option<DirectoryInfo> Data, Option<string?> Journal)
{
    private const string PostgreSqlSetting = "Journal:PostgreSql";
    private const string SavesSnapshotsSetting = "Journal:SavesSnapshots";

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

    /// <exception cref="InvalidDataException">A setting is not what it must be.</exception>
    public JournalPlace Find(ParseResult parsed)
    {
        var settings = new ConfigurationBuilder()
            .SetBasePath(Environment.CurrentDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .Build();
        var configured = settings[PostgreSqlSetting] is { Length: > 0 } text ? text : null;
        var place = new JournalPlace(parsed.GetRequiredValue(Data), parsed.GetValue(Journal) ?? configured);
        return settings[SavesSnapshotsSetting] switch
        {
            null or "" => place,
            var saves when bool.TryParse(saves, out var isSo) => place with { SavesSnapshots = isSo },
            var wrong => throw new InvalidDataException(
                $"The setting {SavesSnapshotsSetting} is '{wrong}'. Set it to true or false, or leave it out."
            ),
        };
    }
}
