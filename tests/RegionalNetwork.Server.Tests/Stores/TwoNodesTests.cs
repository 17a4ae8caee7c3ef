using System.Diagnostics;
using System.Text.Json;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.Stores;
using RegionalNetwork.Server.Tests.Auditing;
using RegionalNetwork.Server.Tests.Running;
using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Server.Tests.Stores;

/// <summary>Two servers, each with a data folder of its own, on one database: any of them takes any request.</summary>
public sealed class TwoNodesTests(SharedPostgreSql shared) : IAsyncLifetime
{
    private const string Walsall = "E08000030";
    private const string Doncaster = "E08000017";
    private const string Who = "{ viewer { subject personalData } }";

    /// <summary>What one node did the other shows within five seconds; later where the machine is busy with other tests.</summary>
    private static readonly TimeSpan ShowMax = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _dataOfA = new();
    private readonly TemporaryFolder _dataOfB = new();
    private readonly LoopbackIssuer _issuer = new();
    private readonly Browser _browser = new();
    private string _database = "";
    private ServerProcess _a = null!;
    private ServerProcess _b = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await shared.NewDatabaseAsync();
        _a = await StartAsync(_dataOfA);
        // As an operator does who adds a node.
        File.Copy(WrappingKeyFiles.PathIn(_dataOfA.Info), Made(WrappingKeyFiles.PathIn(_dataOfB.Info)));
        _b = await StartAsync(_dataOfB);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        _issuer.Dispose();
        foreach (var node in new[] { _a, _b }.OfType<ServerProcess>())
        {
            await node.DisposeAsync();
        }

        _dataOfA.Dispose();
        _dataOfB.Dispose();
    }

    [Fact]
    public async Task Who_signed_in_is_signed_in_at_every_node_until_they_sign_out_at_one()
    {
        await _browser.SignInAsync(begin: _a, end: _b);

        var (atA, atB) = (await SubjectAsync(_a), await SubjectAsync(_b));
        Assert.StartsWith("unknown-", atA, StringComparison.Ordinal);
        Assert.Equal(atA, atB);
        await _browser.SignOutAsync(page: _b, node: _a);

        Assert.Null(await SubjectAsync(_a));
        await SeesAsync(SubjectIsNullAsync, ShowMax);

        async Task<bool> SubjectIsNullAsync() => await SubjectAsync(_b) is null;
    }

    [Fact]
    public async Task Who_was_erased_at_one_node_is_erased_at_all()
    {
        await _browser.SignInAsync(begin: _a, end: _a);
        var invited = await CommandLineRun.OfAsync(
            "invite",
            "--as",
            "operator",
            "--data",
            _dataOfA.Path,
            "--journal",
            _database
        );
        Assert.Equal((0, ""), (invited.ExitCode, invited.Error));
        var code = invited.Output.Split('\n')[0].Trim();
        await SeesAsync(AcceptsAsync, ShowMax);
        string? person = null;
        await SeesAsync(IsKnownAtBAsync, ShowMax);

        var erased = await _browser.AskAsync(
            _b,
            """mutation { eraseMe(input: { commandId: "erase" }) { person problems { code } } }"""
        );

        Assert.Equal(person, erased.Data.Text("eraseMe.person"));
        Assert.Null(await SubjectAsync(_b));
        await SeesAsync(IsSignedOutAtAAsync, ShowMax);
        await _browser.SignInAsync(begin: _b, end: _a);
        Assert.StartsWith("unknown-", await SubjectAsync(_a), StringComparison.Ordinal);
        Assert.Equal(
            0L,
            await PostgreSqlServer.QueryAsync(
                _database,
                "SELECT count(*) FROM regional_network.people WHERE wrapped IS NOT NULL"
            )
        );

        async Task<bool> AcceptsAsync() =>
            (
                await _browser.AskAsync(
                    _a,
                    $$"""mutation { acceptRole(input: { commandId: "{{Changes.NewId()}}", code: "{{code}}" }) { problems { code } } }"""
                )
            )
                .Data.At("acceptRole.problems")
                .GetArrayLength() == 0;

        async Task<bool> IsKnownAtBAsync()
        {
            var viewer = (await _browser.AskAsync(_b, Who)).Data.At("viewer");
            person = viewer.Text("subject");
            return viewer.Text("personalData") is { } kept
                && JsonElement.Parse(kept).Text("identity.subject") == LoopbackIssuer.Subject;
        }

        async Task<bool> IsSignedOutAtAAsync() => await SubjectAsync(_a) is null;
    }

    [Fact]
    public async Task What_was_read_at_one_node_is_in_the_list_that_another_one_shows()
    {
        using var a = new NetworkClient(_a.Address, _dataOfA.Info);
        using var b = new NetworkClient(_b.Address, _dataOfB.Info);
        await a.ShareAsync("watched", Walsall, Doncaster);
        const string Read = """{ council(code: "E08000030") { priorities { title } } }""";
        await SeesAsync(IsShownAtBAsync, ShowMax);
        await a.ReadAsync(Read, As.Psw(Doncaster));

        const string Shown =
            """{"reader":"test:psw-E08000017","subject":"Priorities","purpose":"SHARING_AGREEMENT","reason":null}""";
        var expected = """{"council":{"accesses":{"nodes":[X,X],"pageInfo":{"hasNextPage":false}}}}""".Replace(
            "X",
            Shown,
            StringComparison.Ordinal
        );
        Assert.Equal(expected, await a.ReadAsync(SharedPriorities.Accesses(Walsall), As.Psw(Walsall)));
        Assert.Equal(expected, await b.ReadAsync(SharedPriorities.Accesses(Walsall), As.Psw(Walsall)));
        var verified = await CommandLineRun.OfAsync("verify", "--data", _dataOfB.Path, "--journal", _database);
        Assert.Equal((0, ""), (verified.ExitCode, verified.Error));
        Assert.Contains("Access log: 2 records are as they were written", verified.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_dataOfA.Path, "access.db")));

        async Task<bool> IsShownAtBAsync() =>
            (await b.ReadAsync(Read, As.Psw(Doncaster))).Contains("Shared by", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_data_is_not_shown_while_the_access_log_cannot_be_written_and_public_data_is()
    {
        using var a = new NetworkClient(_a.Address, _dataOfA.Info);
        await a.ShareAsync("watched", Walsall, Doncaster);
        const string Read = """{ council(code: "E08000030") { name priorities { title } } }""";
        await PostgreSqlServer.ExecuteAsync(_database, "ALTER TABLE regional_network.access_records RENAME TO away");

        var refused = await a.QueryAsync(Read, null, As.Psw(Doncaster));
        Assert.Equal(DisclosureRecords.Impossible.Message, refused.OnlyError);
        Assert.DoesNotContain("Shared by", refused.Text, StringComparison.Ordinal);
        Assert.Equal(
            """{"council":{"name":"Walsall"}}""",
            await a.ReadAsync("""{ council(code: "E08000030") { name } }""", As.Psw(Doncaster))
        );
        await PostgreSqlServer.ExecuteAsync(_database, "ALTER TABLE regional_network.away RENAME TO access_records");
        Assert.Contains("Shared by", await a.ReadAsync(Read, As.Psw(Doncaster)), StringComparison.Ordinal);
    }

    private Task<ServerProcess> StartAsync(TemporaryFolder data) =>
        ServerProcess.StartAsync(data.Path, ["--urls", "http://127.0.0.1:0", "--journal", _database], _issuer.Settings);

    private static string Made(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    private async Task<string?> SubjectAsync(ServerProcess node) =>
        (await _browser.AskAsync(node, "{ viewer { subject } }")).Data.At("viewer")
            is { ValueKind: JsonValueKind.Object } viewer
            ? viewer.Text("subject")
            : null;

    private static async Task SeesAsync(Func<Task<bool>> isSo, TimeSpan within)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var isLast = watch.Elapsed >= within;
            if (await isSo())
            {
                return;
            }

            Assert.False(isLast, $"Not so within {within}.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
        }
    }
}
