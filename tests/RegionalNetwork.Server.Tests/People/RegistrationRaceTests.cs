using Npgsql;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Tests.Running;
using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Server.Tests.People;

/// <summary>Somebody accepts their first two roles in the same instant at two nodes with one journal.</summary>
public sealed class RegistrationRaceTests(SharedPostgreSql shared) : IAsyncLifetime
{
    /// <summary>"RNJ1" in ASCII: whoever holds this lock keeps all appends waiting.</summary>
    private const long AppendLock = 0x524E4A31;

    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder _dataOfA = new();
    private readonly TemporaryFolder _dataOfB = new();
    private string _database = "";
    private NetworkHost _a = null!;
    private NetworkHost _b = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await shared.NewDatabaseAsync();
        SharedKeys.Make(_dataOfA.Info);
        SharedKeys.Copy(_dataOfA.Info, _dataOfB.Info);
        _a = await OpenAsync(_dataOfA);
        _b = await OpenAsync(_dataOfB);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in new[] { _a, _b }.OfType<NetworkHost>())
        {
            await host.DisposeAsync();
        }

        _dataOfA.Dispose();
        _dataOfB.Dispose();
    }

    [Fact]
    public async Task They_get_one_code_and_both_roles()
    {
        var (first, second) = (await _a.OfferOperatorAsync(), await _a.OfferOperatorAsync());
        await ReachAsync(_b);
        Answer[] answers;
        await using (var gate = new NpgsqlConnection(_database))
        {
            // Both have looked, found nobody, and wait to write before either of them may.
            await gate.OpenAsync(Cancellation);
            await ExecuteAsync(gate, $"SELECT pg_advisory_lock({AppendLock})");
            var accepting = Task.WhenAll(AcceptAsync(_a, first), AcceptAsync(_b, second));
            await WaitsAsync(gate, appends: 2);
            await ExecuteAsync(gate, $"SELECT pg_advisory_unlock({AppendLock})");
            answers = await accepting;
        }

        Assert.All(answers, answer => Assert.Empty(answer.Data.Texts("acceptRole.problems", "code")));
        foreach (var host in new[] { _a, _b })
        {
            await ReachAsync(host);
            var snapshot = host.Projection.Current.Snapshot;
            var person = Assert.Single(snapshot.People.InOrder);
            Assert.Equal(person, host.People.Find(snapshot.People, Asked.SignedIn("somebody").Identity));
            Assert.Equal(2, snapshot.RoleAssignments.OfPerson(person).Count);
        }
    }

    private Task<NetworkHost> OpenAsync(TemporaryFolder data) =>
        NetworkHost.OpenAsync(new JournalPlace(data.Info, _database), TimeProvider.System, Cancellation);

    private static Task<Answer> AcceptAsync(NetworkHost host, string code) =>
        host.AskAsync(
            Asked.SignedIn("somebody"),
            $$"""mutation { acceptRole(input: { commandId: "{{Changes.NewId()}}", code: "{{code}}" }) { problems { code } } }"""
        );

    /// <summary>Waits until a node shows all that is in the journal.</summary>
    private static async Task ReachAsync(NetworkHost host)
    {
        var head = await host.Journal.ReadChainHeadAsync(Cancellation);
        await host.Projection.WaitForAsync(head.Position, Cancellation);
    }

    private static async Task WaitsAsync(NpgsqlConnection connection, long appends)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        timeout.CancelAfter(WaitMax);
        const string Waiting =
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted "
            + "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
        while (true)
        {
            await using var command = new NpgsqlCommand(Waiting, connection);
            if ((long)(await command.ExecuteScalarAsync(timeout.Token))! >= appends)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), timeout.Token);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
