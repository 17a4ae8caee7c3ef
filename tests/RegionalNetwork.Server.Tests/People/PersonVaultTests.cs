using System.Diagnostics;
using System.Text;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.People;
using RegionalNetwork.Server.Stores;
using RegionalNetwork.Server.Tests.GraphQLHttp.RateLimiting;
using RegionalNetwork.Server.Tests.Running;
using RegionalNetwork.Server.Tests.Stores;
using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Server.Tests.People;

/// <summary>What every vault does.</summary>
public abstract class PersonVaultContract : IAsyncLifetime
{
    protected const string Person = "person-0123456789abcdef";
    protected const string Other = "person-fedcba9876543210";

    private IPersonVault? _vault;

    protected static byte[] Details { get; } = Encoding.UTF8.GetBytes("issuer, tenant, subject: £ 社");

    private protected IPersonVault Vault => _vault ??= OpenEmpty();

    private protected abstract IPersonVault OpenEmpty();

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual ValueTask DisposeAsync()
    {
        _vault?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void What_was_sealed_is_opened_again_and_never_has_the_same_bytes()
    {
        var (first, second) = (Vault.Seal(Person, Details), Vault.Seal(Person, Details));

        Assert.NotEqual(first, second);
        Assert.Equal(Details, Vault.Open(Person, first));
        Assert.Equal(Details, Vault.Open(Person, second));
        Assert.Empty(Vault.Open(Person, Vault.Seal(Person, []))!);
    }

    [Fact]
    public void Every_changed_bit_is_noticed()
    {
        var bytes = Vault.Seal(Person, Details);

        for (var i = 0; i < bytes.Length; i++)
        {
            var changed = bytes.ToArray();
            changed[i] ^= 1;
            Assert.Throws<InvalidDataException>(() => Vault.Open(Person, changed));
            Assert.Throws<InvalidDataException>(() => Vault.Open(Person, bytes.AsSpan(0, i)));
        }
    }

    [Fact]
    public void What_was_sealed_for_one_is_not_opened_for_another()
    {
        var bytes = Vault.Seal(Person, Details);
        Vault.MakeKeys([Other]);

        Assert.Throws<InvalidDataException>(() => Vault.Open(Other, bytes));
    }

    [Fact]
    public void Same_key_under_another_code_opens_nothing()
    {
        var key = new byte[PersonSeal.KeyBytes];

        Assert.Throws<InvalidDataException>(() => PersonSeal.Open(key, Other, PersonSeal.Seal(key, Person, Details)));
    }

    [Fact]
    public void Destroyed_key_opens_nothing_and_is_not_made_again()
    {
        var (bytes, others) = (Vault.Seal(Person, Details), Vault.Seal(Other, Details));

        Vault.Destroy(Person);
        Vault.Destroy(Person);

        Assert.Null(Vault.Open(Person, bytes));
        Assert.Throws<InvalidOperationException>(() => Vault.Seal(Person, Details));
        Vault.MakeKeys([Person]);
        Assert.Null(Vault.Open(Person, bytes));
        Assert.Equal(Details, Vault.Open(Other, others));
    }

    [Fact]
    public void Person_without_a_key_opens_nothing_and_a_bad_code_is_refused()
    {
        Assert.Null(Vault.Open("person-unknown", Vault.Seal(Person, Details)));
        Assert.Throws<ArgumentException>(() => Vault.Seal("two words", Details));
        Assert.Throws<ArgumentException>(() => Vault.MakeKeys([new string('x', VaultLimits.CodeCharacters + 1)]));
        Vault.MakeKeys([new string('x', VaultLimits.CodeCharacters)]);
    }
}

/// <summary>What every vault does that outlasts its process.</summary>
public abstract class PersonKeysContract : PersonVaultContract
{
    /// <summary>Opens the vault of the test once more, as another process would.</summary>
    private protected abstract IPersonKeys Reopen();

    private protected override IPersonVault OpenEmpty() => Reopen();

    /// <summary>How long until what another process did is noticed.</summary>
    protected abstract void Wait();

    [Fact]
    public void Key_is_there_after_a_restart_and_a_destroyed_one_is_not()
    {
        var (bytes, others) = (Vault.Seal(Person, Details), Vault.Seal(Other, Details));
        Vault.Destroy(Other);
        Vault.Dispose();

        using var reopened = Reopen();

        Assert.Equal(Details, reopened.Open(Person, bytes));
        Assert.Null(reopened.Open(Other, others));
        Assert.Throws<InvalidOperationException>(() => reopened.Seal(Other, Details));
    }

    [Fact]
    public void Key_that_another_process_made_or_destroyed_is_noticed()
    {
        using var theirs = Reopen();
        var mine = Vault.Seal(Person, Details);
        Assert.Equal(Details, theirs.Open(Person, mine));
        Assert.Equal(Details, Vault.Open(Other, theirs.Seal(Other, Details)));

        theirs.Destroy(Person);
        Wait();

        Assert.Null(Vault.Open(Person, mine));
        Assert.False(Vault.Holds(Person));
        Assert.Throws<InvalidOperationException>(() => Vault.Seal(Person, Details));
    }

    [Fact]
    public void Two_processes_that_make_a_key_for_one_person_have_the_same()
    {
        using var theirs = Reopen();
        Assert.False(theirs.Holds(Person));
        var mine = Vault.Seal(Person, Details);

        Assert.Equal(Details, Vault.Open(Person, theirs.Seal(Person, Details)));
        Assert.Equal(Details, theirs.Open(Person, mine));
    }

    [Fact]
    public void Keys_of_all_of_England_are_made_in_one_step()
    {
        string[] people = [.. Enumerable.Range(0, 5_000).Select(i => $"person-{i:x16}")];
        var watch = Stopwatch.StartNew();

        Vault.MakeKeys(people);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{people.Length} keys in {watch.Elapsed.TotalMilliseconds:0} ms"
        );
        Assert.Equal(people.Order(), ((IPersonKeys)Vault).ReadAll().Select(one => one.Person).Order());
    }
}

public sealed class InMemoryPersonVaultTests : PersonVaultContract
{
    private protected override IPersonVault OpenEmpty() => new InMemoryPersonVault();
}

public sealed class SqlitePersonVaultTests : PersonKeysContract
{
    private readonly TemporaryFolder _folder = new();

    private protected override IPersonKeys Reopen() => SqlitePersonVault.In(_folder.Info);

    protected override void Wait()
    {
        // At the next use.
    }

    [Fact]
    public void Bytes_of_a_destroyed_key_are_in_no_file()
    {
        // Enough people that pages were split, which leaves copies of what was on them.
        string[] people = [.. Enumerable.Range(0, 1_000).Select(i => $"person-{i * 7919 % 1_000:x16}")];
        foreach (var batch in people.Chunk(100))
        {
            Vault.MakeKeys(batch);
        }
        Vault.Seal(Person, Details);
        var keys = ReadKeys();
        Assert.All(people, person => Assert.True(IsInFolder(keys[person])));

        foreach (var person in people[..20].Append(Person))
        {
            Vault.Destroy(person);
            Assert.False(IsInFolder(keys[person]), $"The key of {person} is still in a file.");
        }

        Vault.Dispose();
        Assert.All(people[..20], person => Assert.False(IsInFolder(keys[person])));
        Assert.All(people[20..], person => Assert.True(IsInFolder(keys[person])));
    }

    [Fact]
    public void Only_the_owner_may_read_the_files()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions.");
        Vault.Seal(Person, Details);

        var files = Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories);

        Assert.Equal(3, files.Length);
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, UnixModeOf(file)));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private static UnixFileMode UnixModeOf(string file) =>
        OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(file);

    private Dictionary<string, byte[]> ReadKeys()
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection(
            $"Data Source={Path.Combine(_folder.Path, "keys", "people.db")};Pooling=False"
        );
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT code, key FROM people WHERE key IS NOT NULL";
        using var rows = command.ExecuteReader();
        var keys = new Dictionary<string, byte[]>();
        while (rows.Read())
        {
            keys.Add(rows.GetString(0), rows.GetFieldValue<byte[]>(1));
        }

        return keys;
    }

    private bool IsInFolder(byte[] key) =>
        Directory
            .GetFiles(_folder.Path, "*", SearchOption.AllDirectories)
            .Any(file => Read(file).AsSpan().IndexOf(key) >= 0);

    /// <summary>Without closing a descriptor that would drop SQLite's locks: the process reads a copy.</summary>
    private static byte[] Read(string file)
    {
        using var process = Process.Start(
            new ProcessStartInfo("cat", [file]) { RedirectStandardOutput = true, UseShellExecute = false }
        )!;
        using var bytes = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(bytes);
        process.WaitForExit();
        return bytes.ToArray();
    }
}

public sealed class SharedPersonVaultTests(SharedPostgreSql shared) : PersonKeysContract
{
    private readonly ManualTime _clock = new();
    private SharedDatabase _database = null!;

    [Fact]
    public void Who_registers_at_two_nodes_gets_one_code_until_they_are_erased()
    {
        using var theirs = Reopen();

        Assert.Equal(Person, Vault.CodeFor(Details, Person));
        Assert.Equal(Person, theirs.CodeFor(Details, Other));
        Assert.Equal("person-somebody-else", theirs.CodeFor("somebody else"u8, "person-somebody-else"));
        theirs.Destroy(Person);
        Assert.Equal(Other, Vault.CodeFor(Details, Other));
    }

    private protected override IPersonKeys Reopen() => SharedPersonVault.Open(_database.Tables, _clock);

    protected override void Wait() => _clock.Advance(VaultLimits.SharedLook);

    public override async ValueTask InitializeAsync() => _database = await SharedDatabase.NewAsync(shared);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _database?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task No_file_of_the_server_ever_holds_a_key_that_opens_anything()
    {
        var server = await shared.ServerAsync();
        Vault.Seal(Person, Details);
        var key = ((IPersonKeys)Vault).ReadAll().Single().Key!;
        var wrapped = (byte[])
            (await PostgreSqlServer.QueryAsync(_database.Connection, "SELECT wrapped FROM regional_network.people"))!;
        await PostgreSqlServer.ExecuteAsync(server.Administration, "CHECKPOINT");

        // The log and the table hold the wrapped one, so the search finds what is there.
        Assert.True(await IsInServerAsync(server, wrapped));
        Assert.False(await IsInServerAsync(server, key));
        Vault.Destroy(Person);
        Assert.Equal(
            DBNull.Value,
            await PostgreSqlServer.QueryAsync(_database.Connection, "SELECT wrapped FROM regional_network.people")
        );
    }

    [Fact]
    public void Node_without_the_wrapping_key_or_with_another_one_does_not_begin()
    {
        Vault.Seal(Person, Details);
        using var folder = new TemporaryFolder();

        var missing = Assert.Throws<InvalidDataException>(() => OpenIn(folder));
        folder.Info.CreateSubdirectory("keys");
        folder.Write("keys/wrapping.key", new string('x', 32));
        var another = Assert.Throws<InvalidDataException>(() => OpenIn(folder));
        File.Copy(WrappingKeyFiles.PathIn(_database.Data), WrappingKeyFiles.PathIn(folder.Info), overwrite: true);
        using var vault = OpenIn(folder);

        Assert.Contains("Copy keys/wrapping.key", missing.Message, StringComparison.Ordinal);
        Assert.Contains("is not the key", another.Message, StringComparison.Ordinal);
        Assert.True(vault.Holds(Person));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(WrappingKeyFiles.PathIn(_database.Data))
            );
        }
    }

    [Fact]
    public async Task Wrapped_key_that_was_moved_to_another_person_is_noticed()
    {
        Vault.MakeKeys([Person, Other]);
        await PostgreSqlServer.ExecuteAsync(
            _database.Connection,
            "UPDATE regional_network.people SET wrapped = (SELECT wrapped FROM regional_network.people WHERE code = "
                + $"'{Other}') WHERE code = '{Person}'"
        );

        Assert.Throws<JournalFormatException>(Reopen);
    }

    [Fact]
    public async Task Role_that_serves_makes_and_erases_keys_and_can_bring_none_back()
    {
        await _database.ServeAsync();
        Vault.MakeKeys([Person, Other]);
        Vault.Destroy(Other);

        Assert.True(Vault.Holds(Person));
        await _database.AssertForbiddenAsync(
            "UPDATE regional_network.people SET wrapped = NULL",
            "DELETE FROM regional_network.people",
            "TRUNCATE regional_network.people"
        );
    }

    private SharedPersonVault OpenIn(TemporaryFolder folder) =>
        SharedPersonVault.Open(_database.OpenAgain(folder.Info), _clock);

    /// <summary>Whether bytes stand in any file of the server, its log included.</summary>
    private static async Task<bool> IsInServerAsync(PostgreSqlServer server, byte[] bytes)
    {
        foreach (var file in Directory.EnumerateFiles(server.DataFolder, "*", SearchOption.AllDirectories))
        {
            try
            {
                if ((await File.ReadAllBytesAsync(file)).AsSpan().IndexOf(bytes) >= 0)
                {
                    return true;
                }
            }
            catch (IOException)
            {
                // A file that went while the folder was listed.
            }
        }

        return false;
    }
}
