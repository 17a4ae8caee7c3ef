using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace RegionalNetwork.Tests.PostgreSql;

/// <summary>
/// A PostgreSQL server of the tests' own, from Debian's packages: its data in a temporary folder, its socket in the same, also on a
/// free port of loopback. It ends with the tests, by its process id.
/// </summary>
public sealed partial class PostgreSqlServer : IAsyncDisposable
{
    /// <summary>Why tests that need a server are skipped.</summary>
    public const string Missing = "PostgreSQL's server is not installed (Debian: apt-get install postgresql).";

    /// <summary>Debian's package makes a user of its own.</summary>
    private const string User = "postgres";

    private static readonly TimeSpan StartMax = TimeSpan.FromSeconds(60);

    /// <summary>Databases are made and vacuumed while everything else on the machine is tested too.</summary>
    private static readonly TimeSpan StatementMax = TimeSpan.FromMinutes(2);

    private const int LogLinesMax = 1_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly DirectoryInfo _folder;
    private readonly string _binaries;
    private Process? _process;
    private int _databases;

    private PostgreSqlServer(DirectoryInfo folder, string binaries)
    {
        (_folder, _binaries) = (folder, binaries);
        Port = FreePort();
    }

    /// <summary>Whether a server can be started here.</summary>
    public static bool IsInstalled => FindBinaries() is not null;

    /// <summary>On loopback, and in the name of the socket.</summary>
    public int Port { get; private set; }

    /// <summary>Of the postmaster, whose children do the work.</summary>
    public int ProcessId => _process!.Id;

    /// <summary>Folder of the socket, and of whatever a test lays beside the data.</summary>
    public string Folder => _folder.FullName;

    public string DataFolder => Path.Combine(Folder, "data");

    /// <summary>The latest lines of its log, of all starts. Whoever waits for a line may clear it before.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>Connects as the superuser, by the socket.</summary>
    public string Administration => On("postgres");

    /// <summary>Makes a server and starts it; null where PostgreSQL is not installed.</summary>
    /// <param name="layout">Further options of <c>initdb</c>.</param>
    public static async Task<PostgreSqlServer?> TryStartAsync(params string[] layout)
    {
        if (FindBinaries() is not { } binaries)
        {
            return null;
        }

        var server = new PostgreSqlServer(Directory.CreateTempSubdirectory("pg-"), binaries);
        try
        {
            await HandOverAsync(server.Folder);
            await server.RunAsync(
                Path.Combine(binaries, "initdb"),
                ["-D", server.DataFolder, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N", .. layout]
            );
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The connection string of a database as the superuser, by the socket.</summary>
    public string On(string database) => $"Host={Folder};Port={Port};Database={database};Username=postgres";

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> NewDatabaseAsync()
    {
        var name = $"journal_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync(Administration, $"CREATE DATABASE {name}");
        return On(name);
    }

    /// <summary>Runs statements on a connection of their own.</summary>
    public static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = (int)StatementMax.TotalSeconds;
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<object?> QueryAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Starts it, again after it was ended, and waits until it answers.</summary>
    public async Task StartAsync()
    {
        string[] options =
        [
            "-D",
            DataFolder,
            "-k",
            Folder,
            "-p",
            Port.ToString(CultureInfo.InvariantCulture),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "max_connections=300",
        ];
        _process = Process.Start(AsUnprivileged(Path.Combine(_binaries, "postgres"), options))!;
        // What is not read would stop the server once the pipe is full.
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.BeginErrorReadLine();
        _ = _process.StandardOutput.ReadToEndAsync();
        var watch = Stopwatch.StartNew();
        while (!await AnswersAsync())
        {
            if (_process.HasExited || watch.Elapsed > StartMax)
            {
                await KillAsync();
                throw new InvalidOperationException($"PostgreSQL did not start:\n{string.Join('\n', Log)}");
            }

            await Task.Delay(Pause);
        }
    }

    /// <summary>Ends it as a service manager does: connections are told and cut.</summary>
    public Task StopAsync() => EndAsync("-INT");

    /// <summary>Ends it as a crash does: the next start recovers from the log.</summary>
    public Task CrashAsync() => EndAsync("-QUIT");

    /// <summary>Gives a file or folder to the user that the server runs as.</summary>
    public static async Task HandOverAsync(string path)
    {
        if (Environment.IsPrivilegedProcess)
        {
            using var chown = Process.Start("chown", ["-R", $"{User}:", path]);
            await chown.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync("-INT");
        _folder.Delete(recursive: true);
    }

    private async Task EndAsync(string signal)
    {
        if (_process is null or { HasExited: true })
        {
            return;
        }

        using (var kill = Process.Start("kill", [signal, $"{_process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        using var timeout = new CancellationTokenSource(StartMax);
        try
        {
            await _process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
        }
    }

    private void Note(string? line)
    {
        if (line is not null)
        {
            Log.Enqueue(line);
            while (Log.Count > LogLinesMax)
            {
                Log.TryDequeue(out _);
            }
        }
    }

    private async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await ExecuteAsync(Administration, "SELECT 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private async Task RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(AsUnprivileged(program, arguments))!;
        _ = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed:\n{await error}");
        }
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private ProcessStartInfo AsUnprivileged(string program, string[] arguments)
    {
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo(
                "setpriv",
                [$"--reuid={User}", $"--regid={User}", "--clear-groups", "--", program, .. arguments]
            )
            : new ProcessStartInfo(program, arguments);
        start.RedirectStandardError = start.RedirectStandardOutput = true;
        start.UseShellExecute = false;
        start.WorkingDirectory = Folder;
        return start;
    }

    private static string? FindBinaries() =>
        OperatingSystem.IsLinux() && Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(version =>
                    int.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) ? number : 0
                )
                .Select(version => Path.Combine(version, "bin"))
                .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
            : null;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
