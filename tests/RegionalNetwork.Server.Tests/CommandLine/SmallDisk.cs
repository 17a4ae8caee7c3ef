using System.Diagnostics;

namespace RegionalNetwork.Server.Tests.CommandLine;

/// <summary>A small file system in memory, mounted over a folder while a test runs. Only root may do that.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    public const int Bytes = 2 * 1024 * 1024;

    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    public static async Task<SmallDisk> MountAsync(string folder)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess,
            "Only root on Linux can mount a small disk: what a full disk does was not tested."
        );
        var exitCode = await RunAsync("mount", "-t", "tmpfs", "-o", $"size={Bytes}", "tmpfs", folder);
        Assert.SkipUnless(exitCode == 0, "This machine lets nobody mount: what a full disk does was not tested.");
        return new SmallDisk(folder);
    }

    public async ValueTask DisposeAsync() => _ = await RunAsync("umount", "--lazy", _folder);

    private static async Task<int> RunAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(command, arguments) { RedirectStandardError = true, UseShellExecute = false }
        )!;
        _ = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
