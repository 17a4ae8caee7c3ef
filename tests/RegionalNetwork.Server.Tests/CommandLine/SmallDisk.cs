using System.Diagnostics;

namespace RegionalNetwork.Server.Tests.CommandLine;

/// <summary>A small file system in memory, mounted over a folder while a test runs. Only root may do that.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const int Bytes = 2 * 1024 * 1024;

    private readonly string _folder;
    private readonly int _bytes;

    private SmallDisk(string folder, int bytes) => (_folder, _bytes) = (folder, bytes);

    private string Filler => Path.Combine(_folder, "filler");

    public static Task<SmallDisk> MountAsync(string folder) => MountAsync(folder, Bytes);

    public static async Task<SmallDisk> MountAsync(string folder, int bytes)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess,
            "Only root on Linux can mount a small disk: what a full disk does was not tested."
        );
        var exitCode = await RunAsync("mount", "-t", "tmpfs", "-o", $"size={bytes}", "tmpfs", folder);
        Assert.SkipUnless(exitCode == 0, "This machine lets nobody mount: what a full disk does was not tested.");
        return new SmallDisk(folder, bytes);
    }

    /// <summary>Writes until the disk has no byte left.</summary>
    public void Fill()
    {
        using var filler = File.OpenHandle(Filler, FileMode.Create, FileAccess.Write);
        var (block, offset) = (new byte[4096], 0L);
        try
        {
            while (offset <= _bytes)
            {
                RandomAccess.Write(filler, block, offset);
                offset += block.Length;
            }
        }
        catch (IOException)
        {
            return;
        }

        Assert.Fail("The disk took more than it holds.");
    }

    /// <summary>What filled it is gone.</summary>
    public void MakeSpace() => File.Delete(Filler);

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
