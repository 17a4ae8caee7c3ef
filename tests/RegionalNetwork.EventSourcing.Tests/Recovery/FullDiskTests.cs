using System.Diagnostics;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Sqlite;
using RegionalNetwork.EventSourcing.Tests.Journal;
using static RegionalNetwork.EventSourcing.Tests.Journal.Requests;

namespace RegionalNetwork.EventSourcing.Tests.Recovery;

/// <summary>A full disk refuses what does not fit, loses nothing, and the journal goes on once there is space.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Path => _directory.File("journal.sqlite");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Append_past_the_size_of_the_file_is_refused_and_all_acknowledged_ones_are_kept()
    {
        var acknowledged = 0L;
        await using (var journal = SqliteJournal.Open(Small(), TimeProvider.System))
        {
            var fault = await Assert.ThrowsAsync<JournalUnavailableException>(async () =>
            {
                for (; acknowledged < 1000; acknowledged++)
                {
                    await journal.AppendAsync(Request(Alpha, acknowledged, $"c{acknowledged}", EventOf(10_000)), Token);
                }
            });

            Assert.Equal(JournalUnavailableReason.Full, fault.Reason);
            Assert.Equal(acknowledged, (await ReadToEndAsync(journal)).Count);
        }
        await using var roomier = SqliteJournal.Open(Path);
        Assert.Equal(new JournalPosition(acknowledged), roomier.Head);
        Assert.Equal(
            Appended(acknowledged + 1, acknowledged + 1),
            await roomier.AppendAsync(Request(Alpha, acknowledged, $"c{acknowledged}", EventOf(10_000)), Token)
        );
    }

    [Fact]
    public async Task Append_that_does_not_fit_does_not_spoil_those_that_share_its_commit()
    {
        await using var journal = SqliteJournal.Open(Small(), TimeProvider.System);
        using var other = RawSqlite.Open(Path);
        // While another process writes, the first append waits for it and the others gather behind the first.
        RawSqlite.Execute(other, "BEGIN IMMEDIATE");
        var first = journal.AppendAsync(Say(new StreamId("sample", "first"), 0, "c", "x"), Token);
        var large = journal.AppendAsync(Request(Alpha, 0, "large", EventOf(1_000_000)), Token);
        var small = Enumerable
            .Range(0, 20)
            .Select(i => journal.AppendAsync(Say(Beta, i, $"c{i}", "x"), Token))
            .ToArray();
        RawSqlite.Execute(other, "COMMIT");

        await Assert.ThrowsAsync<JournalUnavailableException>(() => large);
        Assert.All(await Task.WhenAll([first, .. small]), r => Assert.IsType<AppendResult.Appended>(r));
        Assert.Equal(21, (await ReadToEndAsync(journal)).Count);
    }

    [Fact]
    public async Task Journal_on_a_full_disk_goes_on_once_there_is_space()
    {
        using var disk = SmallDisk.TryMount(_directory.File("disk"), kilobytes: 2048);
        Assert.SkipWhen(disk is null, "A small file system can be mounted by root only.");
        await using var journal = SqliteJournal.Open(disk.File("journal.sqlite"));
        await journal.AppendAsync(Request(Alpha, 0, "c0", EventOf(1000)), Token);
        disk.Fill();

        var fault = await Assert.ThrowsAsync<JournalUnavailableException>(() => FillAsync(journal));
        var kept = (await ReadToEndAsync(journal)).Count;
        disk.MakeSpace();

        Assert.Equal(JournalUnavailableReason.Full, fault.Reason);
        Assert.Equal(
            Appended(kept + 1, kept + 1),
            await journal.AppendAsync(Request(Alpha, kept, "after", EventOf(1000)), Token)
        );
        await using var reopened = SqliteJournal.Open(disk.File("journal.sqlite"));
        Assert.Equal(kept + 1, (await ReadToEndAsync(reopened)).Count);
    }

    private SqliteJournalOptions Small() => SqliteJournalOptions.At(Path) with { BytesMax = 512 * 1024 };

    private static async Task FillAsync(SqliteJournal journal)
    {
        for (var i = 1; i < 1000; i++)
        {
            await journal.AppendAsync(Request(Alpha, i, $"c{i}", EventOf(10_000)), Token);
        }
    }

    /// <summary>A file system of its own, in memory.</summary>
    private sealed class SmallDisk : IDisposable
    {
        private readonly string _root;

        private SmallDisk(string root) => _root = root;

        public static SmallDisk? TryMount(string root, int kilobytes)
        {
            Directory.CreateDirectory(root);
            return
                OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", root) == 0
                ? new SmallDisk(root)
                : null;
        }

        public string File(string name) => System.IO.Path.Combine(_root, name);

        public void Fill()
        {
            using var filler = System.IO.File.Create(File("filler"));
            try
            {
                while (true)
                {
                    filler.Write(new byte[4096]);
                    filler.Flush();
                }
            }
            catch (IOException)
            {
                // Full, as was the aim.
            }
        }

        public void MakeSpace() => System.IO.File.Delete(File("filler"));

        public void Dispose() => Run("umount", "--lazy", _root);

        private static int Run(string program, params string[] arguments)
        {
            try
            {
                using var process = Process.Start(
                    new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false }
                )!;
                process.WaitForExit();
                return process.ExitCode;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return -1;
            }
        }
    }
}
