using System.IO.Compression;
using Microsoft.Data.Sqlite;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.Backups;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.People;
using RegionalNetwork.Server.Tests.Running;
using RegionalNetwork.Server.Tests.Tidy;
using static RegionalNetwork.Server.Tests.Access.Reads;

namespace RegionalNetwork.Server.Tests.Backups;

/// <summary>A backup holds all that must not be lost, and is restored whole or not at all.</summary>
public sealed class BackupTests : IDisposable
{
    private const string CookieKey = "keys/data-protection/key-1.xml";

    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _kept = new();
    private readonly TemporaryFolder _target = new();

    public BackupTests()
    {
        File.Copy(
            Path.Combine(Repository.Root, "tests/RegionalNetwork.Server.Tests/OldJournals/0.1.0.db"),
            Path.Combine(_data.Path, "journal.db")
        );
        Directory.CreateDirectory(Path.Combine(_data.Path, "keys/data-protection"));
        _data.Write(CookieKey, "<key/>");
    }

    private FileInfo Archive => new(Path.Combine(_kept.Path, "backup.zip"));

    private FileInfo PeopleKeys => new(Path.Combine(_kept.Path, "people-keys.db"));

    public void Dispose()
    {
        _data.Dispose();
        _kept.Dispose();
        _target.Dispose();
    }

    [Fact]
    public async Task Restored_place_holds_the_journal_the_access_log_and_the_keys()
    {
        await RecordAsync();
        byte[] secret;
        using (var vault = SqlitePersonVault.In(_data.Info))
        {
            secret = vault.Seal("person-0011223344556677", "a name"u8);
        }

        var taken = await TakeAsync();
        await Backup.TakePeopleKeysAsync(JournalPlace.In(_data.Info), PeopleKeys);
        var head = await RestoreAsync(PeopleKeys);

        Assert.Equal((taken.Position, taken.Hash), (head.Position.Value, head.Hash.ToString()));
        Assert.Equal(await EntriesAsync(_data.Info), await EntriesAsync(_target.Info));
        await using (var log = AccessLog.In(_target.Info))
        {
            Assert.Single(await log.ReadAsync(Hampshire, null, 10, Token));
        }

        Assert.Equal("<key/>", await File.ReadAllTextAsync(Path.Combine(_target.Path, CookieKey), Token));
        using var restored = SqlitePersonVault.In(_target.Info);
        Assert.Equal("a name"u8.ToArray(), restored.Open("person-0011223344556677", secret));
        Assert.Equal(
            ["access.db", "journal.db", "keys"],
            _target
                .Info.GetFileSystemInfos()
                .Select(file => file.Name)
                .Where(name => !name.Contains('-', StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Backup_says_nothing_of_people_and_only_its_owner_reads_it()
    {
        using (var vault = SqlitePersonVault.In(_data.Info))
        {
            vault.MakeKeys(["person-0011223344556677"]);
        }

        await TakeAsync();
        await Backup.TakePeopleKeysAsync(JournalPlace.In(_data.Info), PeopleKeys);

        using var zip = ZipFile.OpenRead(Archive.FullName);
        Assert.Equal(["journal.db", CookieKey, "manifest.json"], zip.Entries.Select(entry => entry.FullName));
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Assert.Equal(
                (Owner, Owner),
                (File.GetUnixFileMode(Archive.FullName), File.GetUnixFileMode(PeopleKeys.FullName))
            );
        }
    }

    [Fact]
    public async Task Backup_overwrites_nothing()
    {
        await File.WriteAllTextAsync(Archive.FullName, "mine", Token);

        await Assert.ThrowsAsync<IOException>(TakeAsync);

        Assert.Equal("mine", await File.ReadAllTextAsync(Archive.FullName, Token));
    }

    [Fact]
    public async Task Backup_of_a_damaged_journal_names_the_damage_and_leaves_nothing_behind()
    {
        Execute(
            Path.Combine(_data.Path, "journal.db"),
            "DROP TRIGGER IF EXISTS entries_never_change; UPDATE entries SET actor = 'somebody' WHERE position = 7"
        );
        // A journal of the first format gets its hashes when it is opened; the change must come after that.
        await using (JournalPlace.In(_data.Info).Open()) { }

        Execute(
            Path.Combine(_data.Path, "journal.db"),
            "DROP TRIGGER entries_never_change; UPDATE entries SET actor = 'somebody else' WHERE position = 7"
        );

        var fault = await Assert.ThrowsAsync<JournalFormatException>(TakeAsync);

        Assert.Contains("position 7 is not what", fault.Message, StringComparison.Ordinal);
        Assert.Empty(_kept.Info.GetFileSystemInfos());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.01)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public async Task Backup_that_is_cut_short_is_refused_and_changes_nothing(double share)
    {
        await TakeAsync();
        using (var file = Archive.Open(FileMode.Open))
        {
            file.SetLength((long)(file.Length * share));
        }

        await AssertRefusedAsync();
    }

    [Fact]
    public async Task Backup_with_any_byte_changed_is_refused_or_as_it_was()
    {
        await TakeAsync();
        var whole = await File.ReadAllBytesAsync(Archive.FullName, Token);
        var journal = await EntriesAsync(_data.Info);
        var random = new Random(6);
        var refused = 0;
        for (var i = 0; i < 60; i++)
        {
            var altered = whole.ToArray();
            altered[random.Next(altered.Length)] ^= 0x20;
            await File.WriteAllBytesAsync(Archive.FullName, altered, Token);
            using var target = new TemporaryFolder();
            try
            {
                await Restore.RunAsync(JournalPlace.In(target.Info), Archive, peopleKeys: null, Token);
                // A time stamp of the archive, say: nothing that is restored.
                Assert.Equal(journal, await EntriesAsync(target.Info));
            }
            catch (Exception fault) when (fault is NotABackupException or JournalFormatException)
            {
                Assert.Empty(target.Info.GetFileSystemInfos());
                refused++;
            }
        }

        TestContext.Current.SendDiagnosticMessage(
            $"Backups with one byte changed: {refused} of 60 refused, the rest as it was"
        );
        Assert.InRange(refused, 40, 60);
    }

    [Fact]
    public async Task Entry_altered_in_the_backup_is_refused_although_its_list_was_made_to_fit()
    {
        await TakeAsync();
        using var unpacked = new TemporaryFolder();
        ZipFile.ExtractToDirectory(Archive.FullName, unpacked.Path);
        var journal = Path.Combine(unpacked.Path, "journal.db");
        Execute(
            journal,
            "DROP TRIGGER entries_never_change; UPDATE entries SET actor = 'somebody else' WHERE position = 7"
        );
        await using (var stream = File.OpenRead(journal))
        {
            var list = Path.Combine(unpacked.Path, "manifest.json");
            var hash = Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(stream, Token));
            var text = await File.ReadAllTextAsync(list, Token);
            var start = text.IndexOf("\"sha256\": \"", StringComparison.Ordinal) + 11;
            text = text[..start] + hash + text[(start + 64)..];
            var size = text.IndexOf("\"bytes\": ", StringComparison.Ordinal) + 9;
            text = text[..size] + stream.Length + text[text.IndexOf(',', size)..];
            await File.WriteAllTextAsync(list, text, Token);
        }

        Archive.Delete();
        ZipFile.CreateFromDirectory(unpacked.Path, Archive.FullName);

        var fault = await Assert.ThrowsAsync<JournalFormatException>(() => RestoreAsync(null));
        Assert.Contains("position 7 is not what", fault.Message, StringComparison.Ordinal);
        Assert.Empty(_target.Info.GetFileSystemInfos());
    }

    [Theory]
    [InlineData("../escaped.db")]
    [InlineData("keys/people.db")]
    [InlineData("keys/data-protection/../x.xml")]
    [InlineData("/etc/x.xml")]
    public async Task Archive_with_a_file_that_belongs_elsewhere_is_refused(string name)
    {
        await TakeAsync();
        await using (var zip = await ZipFile.OpenAsync(Archive.FullName, ZipArchiveMode.Update, Token))
        {
            var list = zip.GetEntry("manifest.json")!;
            string text;
            using (var reader = new StreamReader(await list.OpenAsync(Token)))
            {
                text = await reader.ReadToEndAsync(Token);
            }

            list.Delete();
            zip.GetEntry(CookieKey)!.Delete();
            await using (var writer = new StreamWriter(await zip.CreateEntry("manifest.json").OpenAsync(Token)))
            {
                await writer.WriteAsync(text.Replace(CookieKey, name, StringComparison.Ordinal));
            }

            await using var extra = new StreamWriter(await zip.CreateEntry(name).OpenAsync(Token));
            await extra.WriteAsync("<key/>");
        }

        await AssertRefusedAsync();
        Assert.False(File.Exists(Path.Combine(_target.Info.Parent!.FullName, "escaped.db")));
    }

    [Theory]
    [InlineData("journal.db")]
    [InlineData("access.db")]
    [InlineData(CookieKey)]
    public async Task Place_that_is_not_empty_is_left_as_it_is(string name)
    {
        await TakeAsync();
        Directory.CreateDirectory(Path.Combine(_target.Path, "keys/data-protection"));
        var there = _target.Write(name, "mine");

        var fault = await Assert.ThrowsAsync<IOException>(() => RestoreAsync(null));

        Assert.Contains("already", fault.Message, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(there, Token));
        Assert.Equal(2, _target.Info.EnumerateFiles("*", SearchOption.AllDirectories).Count() + 1);
    }

    [Fact]
    public async Task People_s_keys_that_are_none_leave_the_place_without_a_journal()
    {
        await TakeAsync();
        await File.WriteAllTextAsync(PeopleKeys.FullName, new string('x', 10_000), Token);

        await Assert.ThrowsAsync<JournalFormatException>(() => RestoreAsync(PeopleKeys));

        Assert.Empty(_target.Info.EnumerateFiles("*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Commands_take_a_backup_beside_a_running_server_and_what_they_restore_shows_the_same()
    {
        string expected;
        await using (await ServerProcess.StartAsync(_data.Path))
        {
            var backup = await CommandLineRun.OfAsync("backup", Archive.FullName, "--data", _data.Path);
            Assert.Equal((0, ""), (backup.ExitCode, backup.Error));
            expected = SnapshotLine(await CommandLineRun.OfAsync("verify", "--data", _data.Path));
        }

        var restored = await CommandLineRun.OfAsync("restore", Archive.FullName, "--data", _target.Path);
        Assert.Equal((0, ""), (restored.ExitCode, restored.Error));
        Assert.Contains("Without the keys of people", restored.Output, StringComparison.Ordinal);
        Assert.Equal(expected, SnapshotLine(await CommandLineRun.OfAsync("verify", "--data", _target.Path)));
        (await CommandLineRun.OfAsync("restore", Archive.FullName, "--data", _target.Path)).AssertFailedInOneSentence(
            "already"
        );
    }

    private static string SnapshotLine(CommandLineRun verified)
    {
        Assert.Equal((0, ""), (verified.ExitCode, verified.Error));
        return verified.Output.Split('\n').Single(line => line.StartsWith("Snapshot: ", StringComparison.Ordinal));
    }

    private async Task AssertRefusedAsync()
    {
        var fault = await Assert.ThrowsAsync<NotABackupException>(() => RestoreAsync(null));
        Assert.Contains("is no sound backup", fault.Message, StringComparison.Ordinal);
        Assert.Empty(_target.Info.GetFileSystemInfos());
    }

    private Task<BackupManifest> TakeAsync() => Backup.TakeAsync(JournalPlace.In(_data.Info), Archive, Noon, Token);

    private Task<ChainHead> RestoreAsync(FileInfo? peopleKeys) =>
        Restore.RunAsync(JournalPlace.In(_target.Info), Archive, peopleKeys, Token);

    private async Task RecordAsync()
    {
        await using var log = AccessLog.In(_data.Info);
        await log.RecordAsync([Of(Hampshire, "first")], Token);
    }

    private static async Task<List<string>> EntriesAsync(DirectoryInfo data)
    {
        await using var journal = JournalPlace.In(data).OpenExisting();
        var chain = await journal.ReadChainAsync(JournalPosition.Start, 4000, Token);
        return
        [
            .. chain.Select(one =>
                $"{one.Entry.Position} {one.Entry.Type} {Convert.ToHexString(one.Entry.Payload.Span)} {one.Hash}"
            ),
        ];
    }

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are written in the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
