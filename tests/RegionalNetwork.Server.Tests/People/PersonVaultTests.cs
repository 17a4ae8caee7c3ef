using System.Diagnostics;
using System.Text;
using RegionalNetwork.Server.People;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.People;

/// <summary>What every vault does.</summary>
public abstract class PersonVaultContract : IDisposable
{
    protected const string Person = "person-0123456789abcdef";
    protected const string Other = "person-fedcba9876543210";

    private IPersonVault? _vault;

    protected static byte[] Details { get; } = Encoding.UTF8.GetBytes("issuer, tenant, subject: £ 社");

    private protected IPersonVault Vault => _vault ??= OpenEmpty();

    private protected abstract IPersonVault OpenEmpty();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
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

    protected virtual void Dispose(bool disposing) => _vault?.Dispose();
}

public sealed class InMemoryPersonVaultTests : PersonVaultContract
{
    private protected override IPersonVault OpenEmpty() => new InMemoryPersonVault();
}

public sealed class SqlitePersonVaultTests : PersonVaultContract
{
    private readonly TemporaryFolder _folder = new();

    private protected override IPersonVault OpenEmpty() => SqlitePersonVault.In(_folder.Info);

    [Fact]
    public void Key_is_there_after_a_restart_and_a_destroyed_one_is_not()
    {
        var (bytes, others) = (Vault.Seal(Person, Details), Vault.Seal(Other, Details));
        Vault.Destroy(Other);
        Vault.Dispose();

        using var reopened = SqlitePersonVault.In(_folder.Info);

        Assert.Equal(Details, reopened.Open(Person, bytes));
        Assert.Null(reopened.Open(Other, others));
        Assert.Throws<InvalidOperationException>(() => reopened.Seal(Other, Details));
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
    public void Key_that_another_process_made_or_destroyed_is_noticed_at_the_next_use()
    {
        using var theirs = SqlitePersonVault.In(_folder.Info);
        var mine = Vault.Seal(Person, Details);
        Assert.Equal(Details, theirs.Open(Person, mine));
        Assert.Equal(Details, Vault.Open(Other, theirs.Seal(Other, Details)));

        theirs.Destroy(Person);

        Assert.Null(Vault.Open(Person, mine));
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

    [Fact]
    public void Keys_of_all_of_England_are_made_in_one_step()
    {
        string[] people = [.. Enumerable.Range(0, 5_000).Select(i => $"person-{i:x16}")];
        var watch = Stopwatch.StartNew();

        Vault.MakeKeys(people);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{people.Length} keys in {watch.Elapsed.TotalMilliseconds:0} ms"
        );
        Assert.Equal(people.Length, ReadKeys().Count);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _folder.Dispose();
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
