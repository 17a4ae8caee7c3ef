using Microsoft.Data.Sqlite;
using Npgsql;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.Tests.Running;
using RegionalNetwork.Server.Tests.Stores;
using RegionalNetwork.Server.Tests.Tidy;
using RegionalNetwork.Tests.PostgreSql;
using static RegionalNetwork.Server.Tests.Access.Reads;

namespace RegionalNetwork.Server.Tests.Access;

/// <summary>What every access log does, wherever it is kept.</summary>
public abstract class AccessLogContract : IAsyncLifetime
{
    private AccessLog _log = null!;

    private protected AccessLog Log
    {
        get => _log;
        set => _log = value;
    }

    /// <summary>Opens the log of the test once more, as another process would.</summary>
    private protected abstract AccessLog Open();

    protected abstract Task PrepareAsync();

    protected abstract Task CleanAsync();

    /// <summary>Keeps everybody else from writing until it is disposed of.</summary>
    protected abstract Task<IAsyncDisposable> BlockAsync();

    public async ValueTask InitializeAsync()
    {
        await PrepareAsync();
        _log = Open();
    }

    public async ValueTask DisposeAsync()
    {
        if (_log is not null)
        {
            await _log.DisposeAsync();
        }

        await CleanAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Record_is_kept_whole_and_is_there_after_a_restart()
    {
        var record = new AccessRecord(
            Noon.AddMicroseconds(1),
            "local:operator",
            "person-1",
            Hampshire,
            "Q291bmNpbDox",
            AccessPurpose.BreakGlass,
            "Incident: \"figures\" look wrong, ask £ 社\n=1+1",
            "request-9"
        );
        await _log.RecordAsync([record], Token);
        await _log.DisposeAsync();

        _log = Open();

        Assert.Equal([new AccessEntry(1, record)], await _log.ReadAsync(Hampshire, before: null, 10, Token));
    }

    [Fact]
    public async Task Council_sees_its_own_records_newest_first_in_pages()
    {
        foreach (var i in Enumerable.Range(1, 5))
        {
            await _log.RecordAsync([Of(Hampshire, $"h{i}"), Of(Coventry, $"c{i}")], Token);
        }

        var first = await _log.ReadAsync(Hampshire, before: null, 3, Token);
        var second = await _log.ReadAsync(Hampshire, first[^1].Position, 3, Token);

        Assert.Equal(["h5", "h4", "h3"], first.Select(entry => entry.Record.Subject));
        Assert.Equal(["h2", "h1"], second.Select(entry => entry.Record.Subject));
        Assert.Equal(5, await _log.CountAsync(Coventry, Token));
        Assert.Equal(0, await _log.CountAsync("E06000046", Token));
    }

    [Theory]
    [InlineData(AccessLimits.RequestRecords, AccessLimits.RequestRecords, "subject-999")]
    [InlineData(AccessLimits.RequestRecords + 1, AccessLimits.RequestRecords + 1, "and-more:1")]
    [InlineData(AccessLimits.RequestRecords + 500, AccessLimits.RequestRecords + 1, "and-more:500")]
    public async Task Reads_beyond_the_limit_of_a_request_are_counted(int read, int kept, string last)
    {
        await _log.RecordAsync([.. Enumerable.Range(0, read).Select(i => Of(Hampshire, $"subject-{i}"))], Token);

        Assert.Equal(kept, await _log.CountAsync(Hampshire, Token));
        Assert.Equal(last, (await _log.ReadAsync(Hampshire, null, 1, Token))[0].Record.Subject);
    }

    [Fact]
    public async Task Council_that_was_read_only_beyond_the_limit_sees_that_it_was()
    {
        var many = Enumerable.Range(0, AccessLimits.RequestRecords).Select(i => Of(Hampshire, $"subject-{i}"));

        await _log.RecordAsync(
            [.. many, Of(Hampshire, "a"), Of(Coventry, "a"), Of(Coventry, "b"), Of(Coventry, "b")],
            Token
        );

        var record = Assert.Single(await _log.ReadAsync(Coventry, null, 10, Token)).Record;
        Assert.Equal("and-more:2", record.Subject);
    }

    [Fact]
    public async Task Requests_at_once_share_commits_and_each_is_on_record()
    {
        await Task.WhenAll(
            Enumerable.Range(0, 300).Select(i => _log.RecordAsync([Of(Hampshire, $"{i}"), Of(Coventry, $"{i}")], Token))
        );

        Assert.Equal(300, await _log.CountAsync(Hampshire, Token));
        Assert.Equal(600, (await _log.ReadHeadAsync(Token)).Position);
        Assert.Null((await new AccessVerification(_log, [], Noon).RunAsync(Token)).Fault);
    }

    [Fact]
    public async Task Full_queue_refuses_the_next_request_at_once()
    {
        await _log.RecordAsync([Of(Hampshire, "first")], Token);
        var other = await BlockAsync();
        var refused = 0;
        var waiting = new List<Task>();

        // The writer takes one group out of the queue before it waits for the other process.
        for (var i = 0; i < AccessLimits.QueueRequests + 2 * EventSourcing.Limits.GroupCommitRequests; i++)
        {
            var request = _log.RecordAsync([Of(Hampshire, $"{i}")], Token);
            if (request.IsFaulted)
            {
                Assert.Contains(
                    $"More than {AccessLimits.QueueRequests}",
                    request.Exception!.Message,
                    StringComparison.Ordinal
                );
                refused++;
            }
            else
            {
                waiting.Add(request);
            }
        }

        Assert.InRange(refused, EventSourcing.Limits.GroupCommitRequests, 2 * EventSourcing.Limits.GroupCommitRequests);
        await other.DisposeAsync();
        await Task.WhenAll(waiting);
        Assert.Equal(1 + waiting.Count, await _log.CountAsync(Hampshire, Token));
    }

    [Fact]
    public async Task Record_that_is_not_valid_is_refused()
    {
        var valid = Of(Hampshire, "a");
        AccessRecord[] wrong =
        [
            valid with
            {
                Reader = "",
            },
            valid with
            {
                Council = "line\nbreak",
            },
            valid with
            {
                Subject = new string('x', AccessLimits.NameCharacters + 1),
            },
            valid with
            {
                Reason = new string('x', AccessLimits.ReasonCharacters + 1),
            },
            valid with
            {
                Purpose = AccessPurpose.BreakGlass,
            },
        ];

        foreach (var record in wrong)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => _log.RecordAsync([valid, record], Token));
        }

        await _log.RecordAsync([valid with { Subject = new string('x', AccessLimits.NameCharacters) }], Token);
        Assert.Equal(1, (await _log.ReadHeadAsync(Token)).Position);
    }

    [Fact]
    public async Task Several_processes_write_one_chain_and_each_sees_what_the_others_read()
    {
        var other = Open();
        await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(i => (i % 2 == 0 ? _log : other).RecordAsync([Of(Hampshire, $"{i}")], Token))
        );
        await other.DisposeAsync();

        Assert.Equal(200, (await _log.ReadHeadAsync(Token)).Position);
        Assert.Equal(
            Enumerable.Range(0, 200).Select(i => $"{i}").Order(StringComparer.Ordinal),
            (await _log.ReadAsync(Hampshire, null, 1_000, Token))
                .Select(entry => entry.Record.Subject)
                .Order(StringComparer.Ordinal)
        );
        Assert.Null((await new AccessVerification(_log, [], Noon).RunAsync(Token)).Fault);
    }
}

public sealed class SqliteAccessLogTests : AccessLogContract
{
    private readonly TemporaryFolder _folder = new();

    private string File => AccessFile.In(_folder.Info);

    private protected override AccessLog Open() => AccessLog.In(_folder.Info);

    protected override Task PrepareAsync() => Task.CompletedTask;

    protected override Task CleanAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    protected override async Task<IAsyncDisposable> BlockAsync()
    {
        var other = new SqliteConnection($"Data Source={File};Pooling=False");
        await other.OpenAsync(Token);
        await ExecuteAsync(other, "BEGIN IMMEDIATE");
        return other;
    }

    [Fact]
    public async Task Log_that_nobody_used_has_no_file()
    {
        Assert.Equal(0, await Log.ForgetAsync(Noon, Token));
        await Log.RecordAsync([], Token);
        await Log.DisposeAsync();

        Assert.Empty(_folder.Info.GetFiles());
    }

    [Fact]
    public async Task TemporaryLog_leaves_nothing_behind()
    {
        var log = AccessLog.Temporary();
        await log.RecordAsync([Of(Hampshire, "x")], Token);
        Assert.Equal(1, (await log.ReadHeadAsync(Token)).Position);

        await log.DisposeAsync();
        await log.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => log.RecordAsync([Of(Hampshire, "x")], Token));
    }

    [Fact]
    public async Task Disk_that_fails_is_an_exception_and_theLog_goes_on_afterwards()
    {
        await Log.DisposeAsync();
        _folder.Info.Delete(recursive: true);
        Log = AccessLog.In(_folder.Info);

        await Assert.ThrowsAsync<JournalUnavailableException>(() => Log.RecordAsync([Of(Hampshire, "a")], Token));

        _folder.Info.Create();
        await Log.RecordAsync([Of(Hampshire, "b")], Token);
        Assert.Equal("b", Assert.Single(await Log.ReadAsync(Hampshire, null, 10, Token)).Record.Subject);
    }

    [Fact]
    public async Task Records_can_be_neither_changed_nor_deleted()
    {
        await Log.RecordAsync([Of(Hampshire, "a")], Token);
        await using var intruder = new SqliteConnection($"Data Source={File};Pooling=False");
        await intruder.OpenAsync(Token);

        await Assert.ThrowsAsync<SqliteException>(() => ExecuteAsync(intruder, "UPDATE records SET reader = 'x'"));
        await Assert.ThrowsAsync<SqliteException>(() => ExecuteAsync(intruder, "DELETE FROM records"));
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are written in the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Token);
    }
}

public sealed class SharedAccessLogTests(SharedPostgreSql shared) : AccessLogContract
{
    private SharedDatabase _database = null!;

    private protected override AccessLog Open() => AccessLog.In(_database.Tables);

    protected override async Task PrepareAsync() => _database = await SharedDatabase.NewAsync(shared);

    protected override Task CleanAsync()
    {
        _database?.Dispose();
        return Task.CompletedTask;
    }

    protected override async Task<IAsyncDisposable> BlockAsync()
    {
        var other = new NpgsqlConnection(_database.Connection + ";Pooling=false");
        await other.OpenAsync(Token);
        await using var command = new NpgsqlCommand("SELECT pg_advisory_lock(1380860209)", other);
        await command.ExecuteNonQueryAsync(Token);
        return other;
    }

    [Fact]
    public async Task Role_that_serves_adds_records_and_deletes_none_before_its_time()
    {
        await Log.DisposeAsync();
        await _database.ServeAsync();
        Log = Open();
        await Log.RecordAsync([On(Noon.AddYears(-7)), Of(Hampshire, "a")], Token);

        // Whatever time it names: the database has a clock of its own.
        Assert.Equal(1, await Log.ForgetAsync(Noon.AddYears(100), Token));

        Assert.Equal("a", Assert.Single(await Log.ReadAsync(Hampshire, null, 10, Token)).Record.Subject);
        await _database.AssertForbiddenAsync(
            "UPDATE regional_network.access_records SET reader = 'x'",
            "DELETE FROM regional_network.access_records",
            "TRUNCATE regional_network.access_records",
            "UPDATE regional_network.access_forgotten SET position = 2",
            "DELETE FROM regional_network.access_forgotten"
        );
        foreach (
            var sql in new[]
            {
                "UPDATE regional_network.access_records SET reader = 'x'",
                "DELETE FROM regional_network.access_records",
                "TRUNCATE regional_network.access_records",
            }
        )
        {
            // Not even the owner.
            var refused = await Assert.ThrowsAsync<PostgresException>(() =>
                PostgreSqlServer.ExecuteAsync(_database.Connection + ";Username=regional_network_owner", sql)
            );
            Assert.Contains("A record of the access log", refused.MessageText, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Database_keeps_records_as_long_as_the_schedule_says() =>
        Assert.Contains(
            $"interval '{RetentionClasses.AccessLog.MonthsKept} months'",
            File.ReadAllText(Path.Combine(Repository.Root, "src/RegionalNetwork.Server/Stores/stores-1.sql")),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Connection_that_is_cut_between_requests_is_made_anew()
    {
        await Log.RecordAsync([Of(Hampshire, "a")], Token);
        await PostgreSqlServer.ExecuteAsync(
            _database.Connection,
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                + "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        );

        await Log.RecordAsync([Of(Hampshire, "b")], Token);

        Assert.Equal(2, (await Log.ReadHeadAsync(Token)).Position);
    }

    [Fact]
    public async Task Record_that_the_database_refuses_is_an_exception_and_the_next_one_is_kept()
    {
        await PostgreSqlServer.ExecuteAsync(
            _database.Connection,
            "ALTER TABLE regional_network.access_records ADD CONSTRAINT not_now CHECK (subject <> 'refused')"
        );

        await Assert.ThrowsAsync<JournalUnavailableException>(() => Log.RecordAsync([Of(Hampshire, "refused")], Token));

        await Log.RecordAsync([Of(Hampshire, "kept")], Token);
        Assert.Equal("kept", Assert.Single(await Log.ReadAsync(Hampshire, null, 10, Token)).Record.Subject);
    }
}
