using System.Diagnostics;
using System.Xml.Linq;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Federation;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.People;
using RegionalNetwork.Server.Security.Sessions;
using RegionalNetwork.Server.Stores;
using RegionalNetwork.Server.Tests.Running;
using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Server.Tests.Stores;

/// <summary>Where a node has the key that wraps, and how that is changed while nodes run.</summary>
public sealed class WrappingKeyTests(SharedPostgreSql shared) : IAsyncLifetime
{
    private const string Person = "person-0011223344556677";
    private const string Other = "person-8899aabbccddeeff";
    private const string Erased = "person-aaaaaaaaaaaaaaaa";

    private static readonly byte[] Details = [1, 2, 3];

    private readonly TemporaryFolder _mounted = new();
    private SharedDatabase _database = null!;

    private static readonly Dictionary<string, string?> NoVariables = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Path => WrappingKeyFiles.PathIn(_database.Data);

    private string Next => Path + ".next";

    public async ValueTask InitializeAsync() => _database = await SharedDatabase.NewAsync(shared);

    public ValueTask DisposeAsync()
    {
        _database?.Dispose();
        _mounted.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task After_a_change_everything_opens_with_the_new_key_alone()
    {
        byte[] sealedBytes;
        var cookie = new XElement("key", "cookie");
        using (var vault = Vault())
        using (var cookies = new SharedCookieKeys(_database.Tables))
        {
            sealedBytes = vault.Seal(Person, Details);
            vault.MakeKeys([Erased]);
            vault.Destroy(Erased);
            cookies.Add([("one", cookie)]);
        }

        using var before = NodeKey.Of(_database.Place);
        var id = before.Id;
        var old = await File.ReadAllBytesAsync(Path, Cancellation);

        await RunAsync("new");
        var changed = await RunAsync("change");

        Assert.StartsWith("3 keys are wrapped", changed.Output, StringComparison.Ordinal);
        File.Move(Next, Path, overwrite: true);
        Assert.NotEqual(old, await File.ReadAllBytesAsync(Path, Cancellation));
        var tables = _database.OpenAgain(_database.Data);
        using var again = SharedPersonVault.Open(tables, TimeProvider.System);
        using var after = NodeKey.Of(_database.Place);
        using var cookiesAfter = new SharedCookieKeys(tables);
        Assert.Equal(Details, again.Open(Person, sealedBytes));
        Assert.False(again.Holds(Erased));
        Assert.Equal(cookie.Value, cookiesAfter.Read().Single().Element.Value);
        Assert.Equal(id, after.Id);
        await File.WriteAllBytesAsync(Path, old, Cancellation);
        Assert.Throws<InvalidDataException>(() => Open(_database.Place));
    }

    [Fact]
    public async Task Node_that_runs_takes_the_next_key_once_it_has_the_file_and_says_so_before()
    {
        using var node = new TemporaryFolder();
        using var vault = Vault();
        var sealedBytes = vault.Seal(Person, Details);
        SharedKeys.Copy(_database.Data, node.Info);
        using var elsewhere = SharedPersonVault.Open(_database.OpenAgain(node.Info), TimeProvider.System);
        await RunAsync("new");
        await RunAsync("change");

        var mine = vault.Seal(Other, Details);
        var refused = Assert.Throws<InvalidDataException>(() => elsewhere.Open(Other, mine));
        Assert.Throws<InvalidDataException>(() => elsewhere.Seal("person-bbbbbbbbbbbbbbbb", Details));
        File.Copy(Next, WrappingKeyFiles.PathIn(node.Info) + ".next");

        Assert.Contains(".next. No restart is needed", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Details, elsewhere.Open(Other, mine));
        Assert.Equal(Details, elsewhere.Open(Person, sealedBytes));
        Assert.Equal(
            Details,
            vault.Open("person-cccccccccccccccc", elsewhere.Seal("person-cccccccccccccccc", Details))
        );
        Assert.Equal(
            1L,
            await PostgreSqlServer.QueryAsync(
                _database.Connection,
                "SELECT count(DISTINCT wrapped_by) FROM regional_network.people"
            )
        );
    }

    [Fact]
    public async Task Who_registers_once_the_key_was_changed_is_one_person_at_every_node()
    {
        using var node = new TemporaryFolder();
        using var vault = Vault();
        Assert.Equal(Erased, vault.CodeFor([9], Erased));
        SharedKeys.Copy(_database.Data, node.Info);
        using var elsewhere = SharedPersonVault.Open(_database.OpenAgain(node.Info), TimeProvider.System);
        await RunAsync("new");
        File.Copy(Next, WrappingKeyFiles.PathIn(node.Info) + ".next");
        await RunAsync("change");

        Assert.Equal(
            0L,
            await PostgreSqlServer.QueryAsync(
                _database.Connection,
                "SELECT count(*) FROM regional_network.registrations"
            )
        );
        Assert.Equal(Person, elsewhere.CodeFor(Details, Person));
        Assert.Equal(Person, vault.CodeFor(Details, Other));
    }

    /// <summary>In the midst of it, and when nobody knows whether the database has committed.</summary>
    [Theory]
    [InlineData("SELECT FROM regional_network.people FOR UPDATE")]
    [InlineData("SELECT pg_advisory_xact_lock(42)")]
    public async Task Change_that_is_killed_leaves_every_key_readable_and_is_finished_by_the_next(string held)
    {
        using var vault = Vault();
        var sealedBytes = vault.Seal(Person, Details);
        await RunAsync("new");
        var old = await FingerprintAsync();
        await PostgreSqlServer.ExecuteAsync(
            _database.Connection,
            """
            CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN PERFORM pg_advisory_xact_lock(42); RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER wait_at_commit AFTER UPDATE ON regional_network.people
                DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wait()
            """
        );
        await using (var locked = await HeldLock.TakeAsync(_database.Connection, held))
        {
            using var change = Process.Start(
                ServerExecutable.With(Arguments("change"), NoVariables, workingFolder: null)
            )!;
            await locked.WaitUntilWaitedForAsync();
            change.Kill();
            await change.WaitForExitAsync(Cancellation);
        }

        Assert.Equal(Details, vault.Open(Person, sealedBytes));
        using (var between = Open(_database.Place))
        {
            Assert.Equal(Details, between.Open(Person, sealedBytes));
        }

        await RunAsync("change");
        Assert.NotEqual(old, await FingerprintAsync());
        Assert.StartsWith("All keys are wrapped", (await RunAsync("change")).Output, StringComparison.Ordinal);
        File.Move(Next, Path, overwrite: true);
        using var after = Open(_database.Place);
        Assert.Equal(Details, after.Open(Person, sealedBytes));
        Assert.Equal(Details, vault.Open(Person, sealedBytes));
    }

    [Fact]
    public async Task Change_that_meets_an_altered_key_changes_nothing()
    {
        using (var vault = Vault())
        {
            vault.MakeKeys([Person, Other]);
        }

        await RunAsync("new");
        var old = await FingerprintAsync();
        await PostgreSqlServer.ExecuteAsync(
            _database.Connection,
            $"UPDATE regional_network.people SET wrapped = wrapped || '\\x00' WHERE code = '{Other}'"
        );

        (await TryAsync("change")).AssertFailedInOneSentence("was changed in the database");

        Assert.Equal(old, await FingerprintAsync());
        Assert.Equal(
            2L,
            await PostgreSqlServer.QueryAsync(
                _database.Connection,
                "SELECT count(*) FROM regional_network.people p JOIN regional_network.wrapping_key k ON p.wrapped_by = k.fingerprint"
            )
        );
    }

    [Fact]
    public async Task What_is_missing_for_a_change_is_named()
    {
        (await TryAsync("change")).AssertFailedInOneSentence("Make the next one with wrapping-key new");
        Vault().Dispose();
        await RunAsync("new");
        (await TryAsync("new")).AssertFailedInOneSentence("already");
        (
            await CommandLineRun.OfAsync("wrapping-key", "change", "--data", _database.Data.FullName)
        ).AssertFailedInOneSentence("only where the journal is in PostgreSQL");
        await File.WriteAllBytesAsync(Path, new byte[32], Cancellation);
        (await TryAsync("change")).AssertFailedInOneSentence("with neither of the two keys");
    }

    [Fact]
    public async Task Only_the_owner_changes_the_key()
    {
        await _database.ServeAsync();
        using (var vault = Vault())
        {
            vault.MakeKeys([Person]);
        }

        await RunAsync("new");

        (await TryAsync("change")).AssertFailedInOneSentence("The role may not");
        await _database.AssertForbiddenAsync(
            "UPDATE regional_network.wrapping_key SET fingerprint = fingerprint",
            "UPDATE regional_network.node_keys SET wrapped = ''"
        );
        var changed = await CommandLineRun.OfAsync(
            "wrapping-key",
            "change",
            "--data",
            _database.Data.FullName,
            "--journal",
            _database.Connection + ";Username=regional_network_owner"
        );
        Assert.Equal((0, ""), (changed.ExitCode, changed.Error));
    }

    [Fact]
    public void Mounted_key_is_read_as_bytes_or_base64_and_never_made()
    {
        var file = System.IO.Path.Combine(_mounted.Path, "wrapping-key");
        var place = _database.Place with { WrappingKeyFile = file };
        AssertRefused("There is no key in");
        File.WriteAllText(file, "not a key");
        AssertRefused("nor the base64 of one");
        File.WriteAllText(file, new string('x', 31));
        AssertRefused("nor the base64 of one");
        Assert.Equal([file], Directory.GetFiles(_mounted.Path));

        File.WriteAllText(file, Convert.ToBase64String(new byte[32]) + "\n");
        Open(place).Dispose();
        File.WriteAllBytes(file, new byte[32]);
        Open(place).Dispose();
        Assert.False(File.Exists(Path));

        void AssertRefused(string why) =>
            Assert.Contains(
                why,
                Assert.Throws<InvalidDataException>(() => Open(place)).Message,
                StringComparison.Ordinal
            );
    }

    [Fact]
    public async Task Nodes_of_one_journal_are_one_node_to_others_and_take_over_the_key_of_the_folder()
    {
        using var kept = NodeKey.In(_database.Data);
        using var other = new TemporaryFolder();
        using var stranger = new TemporaryFolder();
        var id = kept.Id;

        await using (await NetworkHost.OpenAsync(_database.Place, TimeProvider.System, Cancellation))
        {
            // A start brings it into the database.
        }

        SharedKeys.Copy(_database.Data, other.Info);
        File.Delete(NodeKey.FileIn(other.Info).FullName);
        using var there = NodeKey.Of(_database.Place with { Data = other.Info });
        Assert.Equal(id, there.Id);
        Assert.False(NodeKey.FileIn(other.Info).Exists);
        SharedKeys.Copy(other.Info, stranger.Info);
        using var another = NodeKey.In(stranger.Info);
        Assert.NotEqual(id, another.Id);
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() =>
            NetworkHost.OpenAsync(_database.Place with { Data = stranger.Info }, TimeProvider.System, Cancellation)
        );
        Assert.Contains("another key than the one", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>As a version before wrote it, of which a node may still run after prepare.</summary>
    [Fact]
    public async Task Row_that_does_not_say_its_key_is_taken_until_the_key_is_changed_and_not_after()
    {
        const string Insert = "INSERT INTO regional_network.people (code, wrapped) VALUES ('{0}', '\\x00')";
        Vault().Dispose();
        await PostgreSqlServer.ExecuteAsync(
            _database.Connection,
            Insert.Replace("{0}", "person-1", StringComparison.Ordinal)
        );
        await PostgreSqlServer.ExecuteAsync(
            _database.Connection,
            "UPDATE regional_network.wrapping_key SET was_changed = true"
        );

        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() =>
            PostgreSqlServer.ExecuteAsync(
                _database.Connection,
                Insert.Replace("{0}", "person-2", StringComparison.Ordinal)
            )
        );
        Assert.Equal("RNK01", refused.SqlState);
        Assert.Throws<JournalFormatException>(Vault);
    }

    private SharedPersonVault Open(JournalPlace place) =>
        SharedPersonVault.Open(_database.OpenAgain(place), TimeProvider.System);

    private SharedPersonVault Vault() => SharedPersonVault.Open(_database.Tables, TimeProvider.System);

    private async Task<string> FingerprintAsync() =>
        (string)
            (
                await PostgreSqlServer.QueryAsync(
                    _database.Connection,
                    "SELECT encode(fingerprint, 'hex') FROM regional_network.wrapping_key"
                )
            )!;

    private string[] Arguments(string command) =>
        ["wrapping-key", command, "--data", _database.Data.FullName, "--journal", _database.Connection];

    private Task<CommandLineRun> TryAsync(string command) => CommandLineRun.OfAsync(Arguments(command));

    private async Task<CommandLineRun> RunAsync(string command)
    {
        var run = await TryAsync(command);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run;
    }
}
