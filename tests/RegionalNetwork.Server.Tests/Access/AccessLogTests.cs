using Microsoft.Data.Sqlite;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.Tests.Running;
using static RegionalNetwork.Server.Tests.Access.Reads;

namespace RegionalNetwork.Server.Tests.Access;

public sealed class AccessLogTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private AccessLog _log = null!;

    private string File => AccessFile.In(_folder.Info);

    public ValueTask InitializeAsync()
    {
        _log = AccessLog.In(_folder.Info);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _log.DisposeAsync();
        _folder.Dispose();
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

        _log = AccessLog.In(_folder.Info);

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

    [Fact]
    public async Task Log_that_nobody_used_has_no_file()
    {
        Assert.Equal(0, await _log.ForgetAsync(Noon, Token));
        await _log.RecordAsync([], Token);
        await _log.DisposeAsync();

        Assert.Empty(_folder.Info.GetFiles());
    }

    [Fact]
    public async Task Temporary_log_leaves_nothing_behind()
    {
        var log = AccessLog.Temporary();
        await log.RecordAsync([Of(Hampshire, "x")], Token);
        Assert.Equal(1, (await log.ReadHeadAsync(Token)).Position);

        await log.DisposeAsync();
        await log.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => log.RecordAsync([Of(Hampshire, "x")], Token));
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
        using var other = new SqliteConnection($"Data Source={File};Pooling=False");
        await other.OpenAsync(Token);
        await ExecuteAsync(other, "BEGIN IMMEDIATE");
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
        await ExecuteAsync(other, "COMMIT");
        await Task.WhenAll(waiting);
        Assert.Equal(1 + waiting.Count, await _log.CountAsync(Hampshire, Token));
    }

    [Fact]
    public async Task Disk_that_fails_is_an_exception_and_the_log_goes_on_afterwards()
    {
        await _log.DisposeAsync();
        _folder.Info.Delete(recursive: true);
        _log = AccessLog.In(_folder.Info);

        await Assert.ThrowsAsync<JournalUnavailableException>(() => _log.RecordAsync([Of(Hampshire, "a")], Token));

        _folder.Info.Create();
        await _log.RecordAsync([Of(Hampshire, "b")], Token);
        Assert.Equal("b", Assert.Single(await _log.ReadAsync(Hampshire, null, 10, Token)).Record.Subject);
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
    public async Task Records_can_be_neither_changed_nor_deleted()
    {
        await _log.RecordAsync([Of(Hampshire, "a")], Token);
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
