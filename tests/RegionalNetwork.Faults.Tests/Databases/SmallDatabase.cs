using System.Diagnostics;
using Npgsql;
using RegionalNetwork.Server.Tests.CommandLine;
using RegionalNetwork.Server.Tests.Running;
using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Faults.Tests.Databases;

/// <summary>What of a database is on the disk that gets full.</summary>
public enum DiskUse
{
    /// <summary>Statements that need space are refused; the server goes on.</summary>
    Tables,

    /// <summary>The write-ahead log: PostgreSQL panics, and ends if it cannot recover.</summary>
    Log,
}

/// <summary>A PostgreSQL server that has its journal's tables, or its log, on a small disk.</summary>
internal sealed class SmallDatabase : IAsyncDisposable
{
    /// <summary>Room for what a test writes, many times.</summary>
    private const int DiskBytes = 64 * 1024 * 1024;

    /// <summary>Of one part of the write-ahead log.</summary>
    private const int SegmentBytes = 1024 * 1024;

    private static readonly TimeSpan RecoveryMax = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder;

    private SmallDatabase(TemporaryFolder folder, SmallDisk disk, PostgreSqlServer server)
    {
        (_folder, Disk, Server) = (folder, disk, server);
        Journal = server.On("postgres");
    }

    public SmallDisk Disk { get; }

    public PostgreSqlServer Server { get; }

    /// <summary>Connection string of the database for the journal.</summary>
    public string Journal { get; private set; }

    /// <summary>Skips the test where PostgreSQL is missing or nobody may mount a disk.</summary>
    public static async Task<SmallDatabase> StartAsync(DiskUse use)
    {
        Assert.SkipUnless(PostgreSqlServer.IsInstalled, PostgreSqlServer.Missing);
        var folder = new TemporaryFolder();
        SmallDisk? disk = null;
        try
        {
            disk = await SmallDisk.MountAsync(folder.Path, DiskBytes);
            await PostgreSqlServer.HandOverAsync(folder.Path);
            string[] layout = use == DiskUse.Log ? ["--waldir", folder.Path, "--wal-segsize=1"] : [];
            var database = new SmallDatabase(folder, disk, (await PostgreSqlServer.TryStartAsync(layout))!);
            await database.LayOutAsync(use);
            return database;
        }
        catch
        {
            await (disk?.DisposeAsync() ?? ValueTask.CompletedTask);
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Uses up half a part of the log, as another program's writes would.</summary>
    public async Task WriteLogAsync()
    {
        try
        {
            await PostgreSqlServer.ExecuteAsync(
                Journal,
                $"SELECT pg_logical_emit_message(true, 'other', repeat('x', {SegmentBytes / 2}))"
            );
        }
        catch (NpgsqlException)
        {
            // It has panicked, or is recovering.
        }
    }

    /// <summary>Starts it as often as it gives up, until it answers: after a panic it tries to recover, and may end late.</summary>
    public async Task ReviveAsync()
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            await Server.ReviveAsync();
            try
            {
                await PostgreSqlServer.ExecuteAsync(Journal, "SELECT 1");
                return;
            }
            catch (NpgsqlException)
            {
                Assert.True(watch.Elapsed < RecoveryMax, $"PostgreSQL did not answer within {RecoveryMax}.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Disk.DisposeAsync();
        _folder.Dispose();
    }

    private async Task LayOutAsync(DiskUse use)
    {
        if (use == DiskUse.Log)
        {
            // Each part of the log is a new file, so that a full disk is noticed with the next part and not many later.
            await PostgreSqlServer.ExecuteAsync(Journal, "ALTER SYSTEM SET wal_recycle = off");
            await PostgreSqlServer.ExecuteAsync(Journal, "SELECT pg_reload_conf()");
            return;
        }

        await PostgreSqlServer.ExecuteAsync(Journal, $"CREATE TABLESPACE small LOCATION '{_folder.Path}'");
        await PostgreSqlServer.ExecuteAsync(Journal, "CREATE DATABASE small TABLESPACE small");
        Journal = Server.On("small");
    }
}
