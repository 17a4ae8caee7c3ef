using System.Globalization;

namespace RegionalNetwork.Faults.Tests.Cluster;

/// <summary>
/// A wall clock of one process that can jump, by libfaketime (Debian: faketime). The monotonic clock stays, as it does when an
/// administrator or a time server sets a machine's clock.
/// </summary>
internal sealed class FakeClock(string file)
{
    /// <summary>Why clocks did not jump.</summary>
    public const string Missing = "libfaketime is not installed (Debian: apt-get install faketime): no clock jumped.";

    private static readonly string? Library = Directory.Exists("/usr/lib")
        ? Directory
            .EnumerateFiles(
                "/usr/lib",
                "libfaketimeMT.so.1",
                new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 }
            )
            .FirstOrDefault()
        : null;

    public static bool IsInstalled => Library is not null;

    /// <summary>For a process that is to have this clock; empty where there is no libfaketime.</summary>
    public IReadOnlyDictionary<string, string?> Environment =>
        Library is null
            ? new Dictionary<string, string?>()
            : new Dictionary<string, string?>
            {
                ["LD_PRELOAD"] = Library,
                ["FAKETIME_TIMESTAMP_FILE"] = file,
                // Seconds after which the file is read again.
                ["FAKETIME_CACHE_DURATION"] = "1",
                ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
                // Its mending of an old C library's waits would wake every wait of today's at once.
                ["FAKETIME_FORCE_MONOTONIC_FIX"] = "0",
            };

    /// <summary>What libfaketime shares between the threads of a process that was killed stays behind.</summary>
    public static void Forget(int process)
    {
        File.Delete($"/dev/shm/faketime_shm_{process}");
        File.Delete($"/dev/shm/sem.faketime_sem_{process}");
    }

    /// <summary>From within a second on, the clock is this much ahead of the true one, or behind.</summary>
    public void Set(TimeSpan ahead)
    {
        // Moved into place, so that no process reads half of it.
        var draft = file + ".new";
        File.WriteAllText(draft, ahead.TotalSeconds.ToString("+0;-0;+0", CultureInfo.InvariantCulture) + "\n");
        File.Move(draft, file, overwrite: true);
    }
}
