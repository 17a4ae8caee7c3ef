using System.Globalization;

namespace RegionalNetwork.Tests.PostgreSql;

/// <summary>Servers that follow another and can take its place.</summary>
public sealed partial class PostgreSqlServer
{
    /// <summary>Copies a server and starts the copy as a standby that follows it.</summary>
    /// <param name="name">Under which it confirms commits: see <c>synchronous_standby_names</c>.</param>
    /// <param name="port">Of loopback, where it finds the primary; its own server listens elsewhere.</param>
    /// <param name="ownPort">Where it listens itself; null for a free port.</param>
    public static async Task<PostgreSqlServer> StandbyOfAsync(
        PostgreSqlServer primary,
        string name,
        int port,
        int? ownPort
    )
    {
        ArgumentNullException.ThrowIfNull(primary);
        var standby = new PostgreSqlServer(Directory.CreateTempSubdirectory("pg-"), primary._binaries);
        standby.Port = ownPort ?? standby.Port;
        try
        {
            await HandOverAsync(standby.Folder);
            await standby.RunAsync(
                Path.Combine(primary._binaries, "pg_basebackup"),
                [
                    "-D",
                    standby.DataFolder,
                    "-d",
                    $"host={primary.Folder} port={primary.Port.ToString(CultureInfo.InvariantCulture)} user=postgres",
                    "--checkpoint=fast",
                    "--no-sync",
                ]
            );
            await File.AppendAllTextAsync(
                Path.Combine(standby.DataFolder, "postgresql.auto.conf"),
                $"primary_conninfo = 'host=127.0.0.1 port={port} user=postgres application_name={name}'\n"
            );
            await File.WriteAllTextAsync(Path.Combine(standby.DataFolder, "standby.signal"), "");
            await HandOverAsync(standby.Folder);
            await standby.StartAsync();
            return standby;
        }
        catch
        {
            await standby.DisposeAsync();
            throw;
        }
    }

    /// <summary>A standby becomes a primary; returns once it takes writes.</summary>
    public async Task PromoteAsync()
    {
        if (await QueryAsync(Administration, "SELECT pg_promote(true, 60)") is not true)
        {
            throw new InvalidOperationException("The standby was not promoted within a minute.");
        }
    }
}
