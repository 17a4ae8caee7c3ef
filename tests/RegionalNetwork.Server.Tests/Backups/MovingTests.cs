using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.Auditing;
using RegionalNetwork.Server.Federation;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.People;
using RegionalNetwork.Server.Security.Sessions;
using RegionalNetwork.Server.Stores;
using RegionalNetwork.Server.Tests.Access;
using RegionalNetwork.Server.Tests.Running;
using RegionalNetwork.Server.Tests.Tidy;
using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Server.Tests.Backups;

/// <summary>A journal moves from a file into PostgreSQL and back, and the server serves from either.</summary>
public sealed class MovingTests(SharedPostgreSql shared) : IDisposable
{
    private const string Person = "person-0011223344556677";
    private const string Erased = "person-8899aabbccddeeff";

    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _back = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _data.Dispose();
        _back.Dispose();
    }

    [Fact]
    public async Task Journal_is_the_same_entry_for_entry_after_it_went_to_a_database_and_back()
    {
        var database = await shared.NewDatabaseAsync();
        CopyOldJournal();

        var there = await RunAsync("migrate", "--from", _data.Path, "--to", database);
        var andBack = await RunAsync("migrate", "--from", database, "--to", _back.Path);

        Assert.Equal(there.Output, andBack.Output);
        var (first, second, third) = (
            await ChainAsync(JournalPlace.In(_data.Info)),
            await ChainAsync(new JournalPlace(_data.Info, database)),
            await ChainAsync(JournalPlace.In(_back.Info))
        );
        Assert.True(first.Count > 50);
        Assert.Equal(first, second);
        Assert.Equal(first, third);
        // Every entry, every hash, and what a replay shows.
        Assert.Equal(
            (await RunAsync("verify", "--data", _back.Path)).Output,
            (await RunAsync("verify", "--data", _back.Path, "--journal", database)).Output
        );
    }

    [Fact]
    public async Task Target_that_is_not_empty_is_left_as_it_is()
    {
        var database = await shared.NewDatabaseAsync();
        CopyOldJournal();
        await RunAsync("migrate", "--from", _data.Path, "--to", database);
        var before = await ChainAsync(new JournalPlace(_data.Info, database));

        (await CommandLineRun.OfAsync("migrate", "--from", _data.Path, "--to", database)).AssertFailedInOneSentence(
            "The target holds"
        );

        Assert.Equal(before, await ChainAsync(new JournalPlace(_data.Info, database)));
    }

    [Fact]
    public async Task Entry_altered_in_the_database_stops_the_way_back_and_fails_verification()
    {
        var database = await shared.NewDatabaseAsync();
        CopyOldJournal();
        await RunAsync("migrate", "--from", _data.Path, "--to", database);
        await PostgreSqlServer.ExecuteAsync(
            database,
            "SET session_replication_role = replica; UPDATE regional_network.entries SET actor = 'somebody' WHERE position = 7"
        );

        (await CommandLineRun.OfAsync("migrate", "--from", database, "--to", _back.Path)).AssertFailedInOneSentence(
            "position 7 is not what"
        );
        (await CommandLineRun.OfAsync("verify", "--data", _data.Path, "--journal", database)).AssertFailedInOneSentence(
            "position 7 is not what"
        );
        (
            await CommandLineRun.OfAsync(
                "backup",
                Path.Combine(_back.Path, "b"),
                "--journal",
                database,
                "--data",
                _data.Path
            )
        ).AssertFailedInOneSentence("position 7 is not what");
    }

    [Fact]
    public async Task Backup_of_a_database_is_restored_into_a_file_and_into_another_database()
    {
        var (database, another) = (await shared.NewDatabaseAsync(), await shared.NewDatabaseAsync());
        var archive = Path.Combine(_back.Path, "backup.zip");
        using var folder = new TemporaryFolder();
        CopyOldJournal();
        await RunAsync("migrate", "--from", _data.Path, "--to", database);

        var other = new JournalPlace(new DirectoryInfo(Path.Combine(folder.Path, "other")), another);
        using var node = NodeKey.Of(new JournalPlace(_data.Info, database));
        var id = node.Id;

        await RunAsync("backup", archive, "--data", _data.Path, "--journal", database);
        await RunAsync("restore", archive, "--data", folder.Path);
        await RunAsync("restore", archive, "--data", other.Data.FullName, "--journal", another);

        using var inFile = NodeKey.In(folder.Info);
        using var inDatabase = NodeKey.Of(other);
        Assert.Equal((id, id), (inFile.Id, inDatabase.Id));
        var chain = await ChainAsync(new JournalPlace(_data.Info, database));
        Assert.Equal(chain, await ChainAsync(JournalPlace.In(folder.Info)));
        Assert.Equal(chain, await ChainAsync(new JournalPlace(_data.Info, another)));
        Assert.False(File.Exists(Path.Combine(folder.Path, "other", "journal.db")));
    }

    [Fact]
    public async Task Access_log_and_keys_go_to_a_database_and_back_and_into_a_backup_and_out_of_it()
    {
        var (database, another) = (await shared.NewDatabaseAsync(), await shared.NewDatabaseAsync());
        using var restored = new TemporaryFolder();
        var (archive, keys) = (Path.Combine(restored.Path, "b.zip"), Path.Combine(restored.Path, "b.keys"));
        var from = JournalPlace.In(_data.Info);
        CopyOldJournal();
        byte[] secret;
        using (var vault = SqlitePersonVault.In(_data.Info))
        {
            secret = vault.Seal(Person, "a name"u8);
            vault.Seal(Erased, "a name"u8);
            vault.Destroy(Erased);
        }

        var protection = DataProtectionKeys.In(_data.Info).CreateProtector("test");
        var cookie = protection.Protect("a cookie"u8.ToArray());
        await using (var log = AccessLog.In(_data.Info))
        {
            await log.RecordAsync([Reads.On(Reads.Noon.AddYears(-7))], Token);
            await log.RecordAsync([Reads.Of(Reads.Hampshire, "a"), Reads.Of(Reads.Hampshire, "b")], Token);
            Assert.Equal(1, await log.ForgetAsync(Reads.Noon, Token));
        }

        var expected = await CheckpointAsync(from);
        await RunAsync("migrate", "--from", _data.Path, "--to", database);
        Assert.Equal(expected, await CheckpointAsync(new JournalPlace(_data.Info, database)));
        await AssertKeysAsync(new JournalPlace(_data.Info, database), secret, cookie);
        await RunAsync("migrate", "--from", database, "--to", _back.Path, "--data", _data.Path);
        Assert.Equal(expected, await CheckpointAsync(JournalPlace.In(_back.Info)));
        await AssertKeysAsync(JournalPlace.In(_back.Info), secret, cookie);
        string[] place = ["--data", _data.Path, "--journal", database];
        await RunAsync(["backup", archive, "--people-keys", keys, .. place]);
        string[] target = ["--data", Path.Combine(restored.Path, "node"), "--journal", another];
        await RunAsync(["restore", archive, "--people-keys", keys, .. target]);

        var again = new JournalPlace(new DirectoryInfo(target[1]), another);
        Assert.Equal(expected, await CheckpointAsync(again));
        await AssertKeysAsync(again, secret, cookie);
        // The other way round: the archive of a database into files.
        using var files = new TemporaryFolder();
        await RunAsync("restore", archive, "--people-keys", keys, "--data", files.Path);
        Assert.Equal(expected, await CheckpointAsync(JournalPlace.In(files.Info)));
        await AssertKeysAsync(JournalPlace.In(files.Info), secret, cookie);
        var export = await RunAsync(["access-log", "export", "--council", Reads.Hampshire, .. target]);
        Assert.Equal(
            2,
            export.Output.Split('\n').Count(line => line.Contains(Reads.Hampshire, StringComparison.Ordinal))
        );
        Assert.Contains(
            "Access log: 2 records are as they were written; 1 older ones",
            (await RunAsync(["verify", .. target])).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Keys_that_an_older_version_left_in_the_data_folder_stop_a_start_until_they_are_brought_along()
    {
        var database = await shared.NewDatabaseAsync();
        string[] place = ["--data", _data.Path, "--journal", database];
        byte[] secret;
        using (var vault = SqlitePersonVault.In(_data.Info))
        {
            secret = vault.Seal(Person, "a name"u8);
        }

        await using (new JournalPlace(_data.Info, database).Open())
        {
            // That begins the journal.
        }

        (await CommandLineRun.OfAsync(["invite", "--as", "operator", .. place])).AssertFailedInOneSentence(
            "Run the command prepare"
        );
        Assert.Contains(
            "the keys of 1 people",
            (await RunAsync(["prepare", .. place])).Output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Copied", (await RunAsync(["prepare", .. place])).Output, StringComparison.Ordinal);
        await RunAsync(["invite", "--as", "operator", .. place]);

        await using var stores = NetworkStores.OpenExisting(new JournalPlace(_data.Info, database));
        using var keys = stores.OpenVault();
        Assert.Equal("a name"u8.ToArray(), keys.Open(Person, secret));
    }

    [Fact]
    public async Task Target_that_holds_an_access_log_is_refused()
    {
        var database = await shared.NewDatabaseAsync();
        CopyOldJournal();
        foreach (var data in new[] { _data, _back })
        {
            await using var log = AccessLog.In(data.Info);
            await log.RecordAsync([Reads.Of(Reads.Hampshire, "a")], Token);
        }

        await RunAsync("migrate", "--from", _data.Path, "--to", database);

        (await CommandLineRun.OfAsync("migrate", "--from", database, "--to", _back.Path)).AssertFailedInOneSentence(
            "holds an access log already"
        );
    }

    [Fact]
    public async Task Server_serves_and_writes_from_a_database_that_an_option_or_a_setting_names()
    {
        var database = await shared.NewDatabaseAsync();
        string[] loopback = ["--urls", "http://127.0.0.1:0"];
        var setting = new Dictionary<string, string?> { ["Journal__PostgreSql"] = database };
        string expected;
        CopyOldJournal();
        await using (var server = await ServerProcess.StartAsync(_data.Path))
        {
            expected = await WorkstreamsAsync(server);
            Assert.Contains("title", expected, StringComparison.Ordinal);
        }

        await RunAsync("migrate", "--from", _data.Path, "--to", database);
        await using (
            var server = await ServerProcess.StartAsync(
                _back.Path,
                [.. loopback, "--journal", database],
                new Dictionary<string, string?>()
            )
        )
        {
            Assert.Contains(
                server.Printed,
                line => line.StartsWith("The journal is in the database", StringComparison.Ordinal)
            );
            Assert.Contains(server.Printed, line => line.StartsWith("Warning. No standby", StringComparison.Ordinal));
            Assert.Equal(expected, await WorkstreamsAsync(server));
        }

        var before = (await ChainAsync(new JournalPlace(_data.Info, database))).Count;
        var invited = await CommandLineRun.OfAsync(
            ["invite", "--as", "operator", "--data", _back.Path],
            setting,
            workingFolder: null
        );
        Assert.Equal((0, ""), (invited.ExitCode, invited.Error));
        Assert.Equal(before + 1, (await ChainAsync(new JournalPlace(_data.Info, database))).Count);
        await using var again = await ServerProcess.StartAsync(_back.Path, loopback, setting);
        Assert.Equal(expected, await WorkstreamsAsync(again));
        Assert.False(File.Exists(Path.Combine(_back.Path, "journal.db")));
    }

    [Fact]
    public async Task Database_that_is_not_there_or_named_wrongly_is_a_sentence_without_the_password()
    {
        var server = await shared.ServerAsync();
        string[] data = ["--data", _data.Path];

        var missing = await CommandLineRun.OfAsync([
            "checkpoint",
            "--journal",
            server.On("missing") + ";Password=secret",
            .. data,
        ]);
        var empty = await CommandLineRun.OfAsync(["checkpoint", "--journal", await shared.NewDatabaseAsync(), .. data]);
        var wrong = await CommandLineRun.OfAsync(["checkpoint", "--journal", "Hots=x;Password=secret", .. data]);

        missing.AssertFailedInOneSentence("3D000");
        empty.AssertFailedInOneSentence("There is no journal");
        wrong.AssertFailedInOneSentence("no connection string");
        Assert.DoesNotContain("secret", missing.Error + wrong.Error, StringComparison.Ordinal);
    }

    /// <summary>Where journal and access log end, as the command prints it but for its time.</summary>
    private static async Task<string> CheckpointAsync(JournalPlace place)
    {
        await using var audited = AuditedData.Open(place);
        return (await audited.TakeCheckpointAsync(Reads.Noon, Token)).ToString();
    }

    /// <summary>That what was sealed opens, who was erased stays erased, and a cookie is understood.</summary>
    private static async Task AssertKeysAsync(JournalPlace place, byte[] secret, byte[] cookie)
    {
        await using var stores = NetworkStores.OpenExisting(place);
        using var vault = stores.OpenVault();
        Assert.Equal("a name"u8.ToArray(), vault.Open(Person, secret));
        Assert.Throws<InvalidOperationException>(() => vault.Seal(Erased, "a name"u8));
        using var tables = place.PostgreSql is null ? null : SharedTables.Open(place);
        var protection = tables is null ? DataProtectionKeys.In(place.Data) : DataProtectionKeys.In(() => tables);
        Assert.Equal("a cookie"u8.ToArray(), protection.CreateProtector("test").Unprotect(cookie));
    }

    private void CopyOldJournal() =>
        File.Copy(
            Path.Combine(Repository.Root, "tests/RegionalNetwork.Server.Tests/OldJournals/0.1.0.db"),
            Path.Combine(_data.Path, "journal.db")
        );

    private static async Task<CommandLineRun> RunAsync(params string[] arguments)
    {
        var run = await CommandLineRun.OfAsync(arguments);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run;
    }

    private static async Task<string> WorkstreamsAsync(ServerProcess server)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var answer = await client.GetAsync(
            new Uri(
                "/graphql?query={council(code:\"E08000031\"){workstreamsConnection(first:10){nodes{title}}}}",
                UriKind.Relative
            ),
            Token
        );
        return await answer.Content.ReadAsStringAsync(Token);
    }

    /// <summary>Everything that an entry holds, and its hash.</summary>
    private static async Task<List<string>> ChainAsync(JournalPlace place)
    {
        await using var journal = place.OpenExisting();
        var lines = new List<string>();
        while (await journal.ReadChainAsync(new JournalPosition(lines.Count), 1000, Token) is { Count: > 0 } page)
        {
            lines.AddRange(
                page.Select(one =>
                    $"{one.Entry.Position} {one.Entry.Stream} {one.Entry.Version} {one.Entry.Type} {one.Entry.CommandId} "
                    + $"{one.Entry.Actor} {one.Entry.RecordedAt:O} {Convert.ToHexString(one.Entry.Payload.Span)} {one.Hash}"
                )
            );
        }

        return lines;
    }
}
