using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.PostgreSql;
using RegionalNetwork.Tests.PostgreSql;
using static RegionalNetwork.EventSourcing.Tests.Journal.Requests;

namespace RegionalNetwork.EventSourcing.Tests.PostgreSql;

/// <summary>How safe the server and the way to it are, and what is said of them.</summary>
public sealed class SafetyTests(SharedPostgreSql shared) : IDisposable
{
    private const int Appends = 15;

    private static readonly PostgreSqlDurability Good = new("15.8", "on", "FIRST 1 (s)", true, true, true, false);

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Settings_of_the_server_are_read_when_the_journal_is_opened()
    {
        await using var journal = Open(await shared.NewDatabaseAsync());

        var found = journal.Durability;

        Assert.StartsWith("1", found.ServerVersion, StringComparison.Ordinal);
        Assert.Equal(("on", ""), (found.SynchronousCommit, found.SynchronousStandbyNames));
        Assert.Equal((true, false, true), (found.IsFlushed, found.IsEncrypted, found.IsLocal));
        Assert.False(found.HasChecksums);
        Assert.Contains("Warning. No standby", string.Join('\n', found.Sentences()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Appends_are_flushed_whatever_the_server_s_default()
    {
        var database = await shared.NewDatabaseAsync();
        await using var journal = Open($"{database};Options=-c synchronous_commit=off");
        Assert.Equal("off", journal.Durability.SynchronousCommit);
        Assert.Contains(
            "appends use 'on'",
            string.Join('\n', journal.Durability.Sentences()),
            StringComparison.Ordinal
        );
        var flushed = 0;
        for (var append = 0; append < Appends; append++)
        {
            await journal.AppendAsync(Say(Alpha, append, $"c{append}", "one"), Token);
            // All that is acknowledged, and what others in the same server have begun to write meanwhile.
            var isAll = await PostgreSqlServer.QueryAsync(
                database,
                "SELECT pg_current_wal_flush_lsn() >= pg_current_wal_insert_lsn()"
            );
            flushed += isAll is true ? 1 : 0;
        }

        Assert.InRange(flushed, (Appends / 2) + 1, Appends);
    }

    [Fact]
    public void Nothing_is_warned_of_where_all_is_well() =>
        Assert.DoesNotContain(Good.Sentences(), sentence => sentence.StartsWith("Warning", StringComparison.Ordinal));

    [Fact]
    public void Each_weakness_is_warned_of()
    {
        AssertWarned(Good with { SynchronousStandbyNames = "" }, "No standby");
        AssertWarned(Good with { SynchronousCommit = "local" }, "No standby", "appends use 'on'");
        AssertWarned(Good with { SynchronousCommit = "remote_write" }, "remote_write");
        AssertWarned(Good with { IsFlushed = false }, "fsync");
        AssertWarned(Good with { HasChecksums = false }, "no data checksums");
        AssertWarned(Good with { IsEncrypted = false }, "not encrypted");
        AssertWarned(Good with { IsEncrypted = false, IsLocal = true });
    }

    [Fact]
    public async Task Server_must_prove_who_it_is_where_that_is_asked_for()
    {
        Assert.SkipUnless(PostgreSqlServer.IsInstalled, PostgreSqlServer.Missing);
        var authority = Authority();
        var stranger = Authority();
        await using var server = (await PostgreSqlServer.TryStartAsync())!;
        await CertifyAsync(server, authority);
        var database = $"Host=localhost;Port={server.Port};Database=postgres;Username=postgres;SSL Mode=VerifyFull";

        await using var journal = Open($"{database};Root Certificate={Pem("good", authority)}");
        var untrusted = Assert.Throws<JournalUnavailableException>(() =>
            Open($"{database};Root Certificate={Pem("bad", stranger)}")
        );
        var misnamed = Assert.Throws<JournalUnavailableException>(() =>
            Open($"{database};Host=127.0.0.1;Root Certificate={Pem("good", authority)}")
        );

        Assert.True(journal.Durability.IsEncrypted);
        Assert.Equal(Appended(1, 1), await journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token));
        Assert.Contains("could not prove who it is", untrusted.Message, StringComparison.Ordinal);
        Assert.Contains("could not prove who it is", misnamed.Message, StringComparison.Ordinal);
    }

    private static void AssertWarned(PostgreSqlDurability durability, params string[] about)
    {
        var warnings = durability
            .Sentences()
            .Where(sentence => sentence.StartsWith("Warning", StringComparison.Ordinal))
            .ToArray();
        Assert.Equal(about.Length, warnings.Length);
        Assert.All(warnings.Zip(about), pair => Assert.Contains(pair.Second, pair.First, StringComparison.Ordinal));
    }

    private static X509Certificate2 Authority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Test authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    /// <summary>Gives the server a certificate for the name localhost.</summary>
    private static async Task CertifyAsync(PostgreSqlServer server, X509Certificate2 authority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(
            authority,
            new DateTimeOffset(authority.NotBefore),
            new DateTimeOffset(authority.NotAfter),
            [1, 2, 3]
        );
        var (certificateFile, keyFile) = (
            System.IO.Path.Combine(server.DataFolder, "server.crt"),
            System.IO.Path.Combine(server.DataFolder, "server.key")
        );
        await File.WriteAllTextAsync(certificateFile, certificate.ExportCertificatePem(), Token);
        await File.WriteAllTextAsync(keyFile, key.ExportPkcs8PrivateKeyPem(), Token);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(keyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await PostgreSqlServer.HandOverAsync(server.DataFolder);
        await PostgreSqlServer.ExecuteAsync(server.Administration, "ALTER SYSTEM SET ssl = on");
        await PostgreSqlServer.ExecuteAsync(server.Administration, "SELECT pg_reload_conf()");
        await server.StopAsync();
        await server.StartAsync();
    }

    private string Pem(string name, X509Certificate2 certificate)
    {
        var path = _directory.File(name + ".pem");
        File.WriteAllText(path, certificate.ExportCertificatePem());
        return path;
    }

    private static PostgreSqlJournal Open(string database) =>
        PostgreSqlJournal.Open(PostgreSqlJournalOptions.At(database), TimeProvider.System);
}
