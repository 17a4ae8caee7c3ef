using System.Diagnostics;

namespace RegionalNetwork.Tests.PostgreSql;

/// <summary>What happens to a server from outside: all its processes at once.</summary>
public sealed partial class PostgreSqlServer
{
    /// <summary><c>kill -9</c>: what is in its memory and not in a file is gone. The next start recovers from the log.</summary>
    public async Task KillAllAsync()
    {
        if (_process is null or { HasExited: true })
        {
            return;
        }

        // Still first, so that none of them gets to tidy up when another has gone.
        var processes = await PauseAsync();
        await SignalAsync("-KILL", processes);
        await _process.WaitForExitAsync();
        // The next start refuses as long as one of them holds the shared memory.
        var watch = Stopwatch.StartNew();
        while (processes.Any(IsAlive) && watch.Elapsed < StartMax)
        {
            await Task.Delay(Pause);
        }
    }

    /// <summary>Starts it again if it has given up, as a service manager does; one that mends itself is let be.</summary>
    public async Task ReviveAsync()
    {
        if (_process is null or { HasExited: true })
        {
            await StartAsync();
        }
    }

    /// <summary><c>SIGSTOP</c>: everything stands still, connections stay open and say nothing.</summary>
    /// <returns>The processes that stand still.</returns>
    public async Task<IReadOnlyList<int>> PauseAsync()
    {
        var processes = Processes();
        await SignalAsync("-STOP", processes);
        return processes;
    }

    /// <summary>Goes on after <see cref="PauseAsync"/>.</summary>
    public Task ResumeAsync() => SignalAsync("-CONT", Processes());

    /// <summary>The postmaster, and one process for each connection and task.</summary>
    private int[] Processes()
    {
        var postmaster = _process!.Id;
        try
        {
            var children = File.ReadAllText($"/proc/{postmaster}/task/{postmaster}/children");
            return [postmaster, .. children.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
        }
        catch (IOException)
        {
            // It has given up in this moment.
            return [postmaster];
        }
    }

    private static async Task SignalAsync(string signal, IEnumerable<int> processes)
    {
        // One that has ended meanwhile is no fault.
        using var kill = Process.Start(
            new ProcessStartInfo("kill", [signal, .. processes.Select(id => id.ToString())])
            {
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        _ = await kill.StandardError.ReadToEndAsync();
        await kill.WaitForExitAsync();
    }

    /// <summary>Not gone, and not only waiting for its parent to notice.</summary>
    private static bool IsAlive(int process)
    {
        try
        {
            var status = File.ReadAllText($"/proc/{process}/stat");
            return status[status.LastIndexOf(')') + 2] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }
}
