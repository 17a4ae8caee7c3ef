using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Tests.Running;
using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Performance.Day;

/// <summary>Where the day takes place: servers as processes of their own, on one journal that holds the morning's network.</summary>
internal sealed class DayPlace : IAsyncDisposable
{
    private readonly List<TemporaryFolder> _folders = [];
    private readonly List<ServerProcess> _servers = [];
    private PostgreSqlServer? _database;
    private JournalPlace? _journal;

    private DayPlace() { }

    public IReadOnlyList<Uri> Nodes => [.. _servers.Select(server => server.Address)];

    public IReadOnlyList<ServerProcess> Servers => _servers;

    /// <summary>The data folder of the first node: its development key signs for all.</summary>
    public DirectoryInfo Data => _folders[0].Info;

    /// <summary>Several nodes, or one, on a journal in PostgreSQL; null where that is not installed.</summary>
    public static async Task<DayPlace?> TryStartOnPostgreSqlAsync(int nodes, int seed)
    {
        if (await PostgreSqlServer.TryStartAsync() is not { } database)
        {
            return null;
        }

        var place = new DayPlace { _database = database };
        return await place.StartAsync(await database.NewDatabaseAsync(), nodes, seed);
    }

    public static Task<DayPlace> StartOnSqliteAsync(int seed) => new DayPlace().StartAsync(database: null, 1, seed);

    /// <summary>What all nodes have used, and what the database has; nothing where it is a file.</summary>
    public (ProcessUse Nodes, ProcessUse Database) Used() =>
        (
            _servers.Select(server => ProcessUse.Of(server.Id)).Aggregate(default(ProcessUse), (sum, one) => sum + one),
            _database is null ? default : ProcessUse.OfFamily(_database.ProcessId)
        );

    public IJournal OpenJournal() => _journal!.Open();

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }

        await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);
        _folders.ForEach(folder => folder.Dispose());
    }

    private async Task<DayPlace> StartAsync(string? database, int nodes, int seed)
    {
        try
        {
            for (var node = 0; node < nodes; node++)
            {
                _folders.Add(new TemporaryFolder());
            }

            SharedKeys.Make(Data);
            _folders.Skip(1).ToList().ForEach(folder => SharedKeys.Copy(Data, folder.Info));
            _journal = new JournalPlace(Data, database);
            await using (var journal = _journal.Open())
            {
                await DayNetwork.FillAsync(journal, seed);
            }

            foreach (var folder in _folders)
            {
                // Everything comes from one address, and some from few people; no budget is meant to be in the way.
                _servers.Add(
                    await ServerProcess.StartAsync(
                        folder.Path,
                        ["--urls", "http://127.0.0.1:0", "--rate-limit", "off"],
                        new Dictionary<string, string?> { ["Journal__PostgreSql"] = database }
                    )
                );
            }

            return this;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }
}
