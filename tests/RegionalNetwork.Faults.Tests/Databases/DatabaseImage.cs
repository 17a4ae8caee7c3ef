using System.Diagnostics;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.PostgreSql;
using RegionalNetwork.Faults.Tests.Cluster;
using RegionalNetwork.Faults.Tests.Files;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Faults.Tests.Databases;

/// <summary>
/// A PostgreSQL server with data checksums, a journal in it that a node wrote, and a copy of all its files as they were when it was
/// stopped, from which it can be laid out anew.
/// </summary>
internal sealed class DatabaseImage : IAsyncDisposable
{
    /// <summary>Of each page of PostgreSQL's files.</summary>
    public const int PageBytes = 8192;

    private const string FilesSql = """
        SELECT string_agg(c.relname || '=' || pg_relation_filepath(c.oid), ',' ORDER BY c.relname)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'regional_network' AND c.relkind IN ('r', 'i') AND c.relname ~ '^(entries|streams)'
        """;

    private DatabaseImage(PostgreSqlServer server, Node node)
    {
        (Server, Node) = (server, node);
        Place = new JournalPlace(node.Data, server.Administration);
    }

    public PostgreSqlServer Server { get; }

    /// <summary>The node that wrote it. It is running until the image is laid out for the first time.</summary>
    public Node Node { get; }

    public JournalPlace Place { get; }

    public IReadOnlyList<ChainedEntry> Entries { get; private set; } = [];

    /// <summary>Paths in the data folder of the journal's tables and indexes, by name.</summary>
    public IReadOnlyList<(string Name, string Path)> Files { get; private set; } = [];

    private string Copy => Path.Combine(Server.Folder, "copy");

    /// <summary>Skips the test where PostgreSQL is missing.</summary>
    public static async Task<DatabaseImage> TakeAsync(int seed)
    {
        Assert.SkipUnless(PostgreSqlServer.IsInstalled, PostgreSqlServer.Missing);
        // Small parts of the log, so that copies are fast.
        var server = (await PostgreSqlServer.TryStartAsync("--data-checksums", "--wal-segsize=1"))!;
        var image = new DatabaseImage(server, new Node(number: 0, server.Administration));
        try
        {
            await image.Node.StartAsync();
            await JournalImage.WriteAsync(image.Node, seed);
            await image.ReadAsync();
            await server.StopAsync();
            await RunAsync("cp", "-a", server.DataFolder, image.Copy);
            await server.StartAsync();
            return image;
        }
        catch
        {
            await image.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the server as a crash does, and starts it on the files as they were but for what is done to them.</summary>
    public async Task LayAsync(Action<string> damage)
    {
        await Server.KillAllAsync();
        Directory.Delete(Server.DataFolder, recursive: true);
        await RunAsync("cp", "-a", Copy, Server.DataFolder);
        damage(Server.DataFolder);
        await Server.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        await Server.DisposeAsync();
    }

    private async Task ReadAsync()
    {
        // Nothing is left to be noted in pages when they are read.
        await PostgreSqlServer.ExecuteAsync(Server.Administration, "VACUUM FREEZE");
        var files = (string)(await PostgreSqlServer.QueryAsync(Server.Administration, FilesSql))!;
        Files = [.. files.Split(',').Select(file => file.Split('=')).Select(parts => (parts[0], parts[1]))];
        await using var journal = PostgreSqlJournal.Open(
            PostgreSqlJournalOptions.At(Server.Administration),
            TimeProvider.System
        );
        Entries = await JournalImage.ReadAsync(journal);
    }

    private static async Task RunAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(command, arguments);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
