using System.Text.RegularExpressions;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.Tests.Running;
using RegionalNetwork.Server.Tests.Stores;
using RegionalNetwork.Tests.PostgreSql;
using static RegionalNetwork.Server.Tests.Access.Reads;

namespace RegionalNetwork.Server.Tests.Access;

/// <summary>The access log shows who tampered with it, and still does after old records were deleted.</summary>
public abstract class AccessVerificationContract : IAsyncLifetime
{
    private protected abstract AccessLog Open();

    protected abstract Task PrepareAsync();

    protected abstract Task CleanAsync();

    /// <summary>As somebody who can write to the store, past what guards it.</summary>
    /// <param name="sql">Of the tables <c>records</c> and <c>forgotten</c>.</param>
    protected abstract Task TamperAsync(string sql);

    public async ValueTask InitializeAsync() => await PrepareAsync();

    public async ValueTask DisposeAsync()
    {
        await CleanAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Pinned: a hash that was kept as a checkpoint must stand in every later version.</summary>
    [Fact]
    public void Hash_of_a_record_never_changes() =>
        Assert.Equal(
            "a2e3021caf36a6b0814aa0477444552c3d74bcef569f07aadd1bc84d79c04066",
            AccessChain.Next(AccessChain.Genesis, new AccessEntry(1, Of(Hampshire, "a"))).ToString()
        );

    [Fact]
    public void Hash_covers_every_field()
    {
        var entry = new AccessEntry(1, Of(Hampshire, "a"));
        var record = entry.Record;
        AccessEntry[] changed =
        [
            entry with
            {
                Position = 2,
            },
            entry with
            {
                Record = record with { At = Noon.AddMicroseconds(1) },
            },
            entry with
            {
                Record = record with { Reader = "x" },
            },
            entry with
            {
                Record = record with { OnBehalfOf = "" },
            },
            entry with
            {
                Record = record with { Council = Coventry },
            },
            entry with
            {
                Record = record with { Subject = "b" },
            },
            entry with
            {
                Record = record with { Purpose = AccessPurpose.BreakGlass },
            },
            entry with
            {
                Record = record with { Reason = "" },
            },
            entry with
            {
                Record = record with { RequestId = "request-2" },
            },
        ];

        var hashes = changed.Append(entry).Select(e => AccessChain.Next(AccessChain.Genesis, e).ToString());

        Assert.Equal(changed.Length + 1, hashes.Distinct().Count());
    }

    [Theory]
    [InlineData("UPDATE records SET reader = 'person-x' WHERE position = 2", 2)]
    [InlineData("UPDATE records SET purpose = 'BreakGlass' WHERE position = 3", 3)]
    [InlineData("UPDATE records SET purpose = 'Nothing' WHERE position = 3", 3)]
    [InlineData("UPDATE records SET at = 9223372036854775807 WHERE position = 4", 4)]
    [InlineData("DELETE FROM records WHERE position = 1", 1)]
    [InlineData("DELETE FROM records WHERE position = 3", 3)]
    [InlineData(
        "UPDATE records SET position = 9 WHERE position = 2; UPDATE records SET position = 2 WHERE position = 4; "
            + "UPDATE records SET position = 4 WHERE position = 9;",
        2
    )]
    public async Task Change_is_found_at_its_place(string sql, long position)
    {
        await WriteAsync(Noon, 5);
        await TamperAsync(sql);

        Assert.Contains($"position {position} ", await FaultAsync([]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task End_that_was_cut_off_and_a_chain_made_anew_are_found_with_a_checkpoint_only()
    {
        var checkpoints = await WriteAsync(Noon, 5);
        Assert.Null(await FaultAsync(checkpoints));
        await TamperAsync("DELETE FROM records WHERE position > 3");

        Assert.Null(await FaultAsync(checkpoints[..3]));
        Assert.Contains("position 4 is missing", await FaultAsync(checkpoints), StringComparison.Ordinal);
        await WriteAsync(Noon.AddDays(1), 5);
        Assert.Contains("position 4 has another hash", await FaultAsync(checkpoints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_go_after_six_years_in_order_and_the_chain_goes_on()
    {
        var checkpoints = await WriteAsync(Noon.AddYears(-6).AddDays(-1), 4);
        checkpoints = [.. checkpoints, .. await WriteAsync(Noon.AddYears(-6).AddDays(1), 3)];
        // Older, but behind younger ones.
        checkpoints = [.. checkpoints, .. await WriteAsync(Noon.AddYears(-7), 1)];

        await using (var log = Open())
        {
            Assert.Equal(4, await log.ForgetAsync(Noon, Token));
            Assert.Equal(0, await log.ForgetAsync(Noon, Token));
            Assert.Equal(4, await log.CountAsync(Hampshire, Token));
        }

        Assert.Null(await FaultAsync(checkpoints));
        await WriteAsync(Noon, 2);
        Assert.Null(await FaultAsync(checkpoints));
    }

    [Fact]
    public async Task Log_whose_last_record_went_goes_on_from_there()
    {
        var before = await WriteAsync(Noon.AddYears(-8), AccessLimits.RetentionBatchRecords + 1);
        await using (var log = Open())
        {
            Assert.Equal(AccessLimits.RetentionBatchRecords + 1, await log.ForgetAsync(Noon, Token));
            Assert.Equal(before[^1], await log.ReadHeadAsync(Token));
        }

        var after = await WriteAsync(Noon, 1);

        Assert.Equal(before[^1].Position + 1, after[0].Position);
        Assert.Null(await FaultAsync([before[^1], after[0]]));
    }

    [Fact]
    public async Task Deletion_before_its_time_is_found_from_a_checkpoint_that_knows_the_time()
    {
        var checkpoints = await WriteAsync(Noon.AddYears(-1), 5);
        // Passed off as if it had been old.
        await TamperAsync(
            "INSERT INTO forgotten SELECT 1, position, hash, 0 FROM records WHERE position = 3; "
                + "DELETE FROM records WHERE position <= 3;"
        );

        Assert.Null(await FaultAsync([]));
        Assert.Contains("position 2 is missing", await FaultAsync([checkpoints[1]]), StringComparison.Ordinal);
    }

    [Fact]
    public void Retention_schedule_is_as_agreed() =>
        Assert.Equal(
            [
                "access log: 72 months after the read",
                "directory and personal details: 12 months after leaving",
                "drafts: 12 months after the last change",
                "observations: 84 months after the end of their period",
                "what was published:  months after publication",
            ],
            RetentionClasses.All.Select(one => $"{one.Name}: {one.MonthsKept} months after {one.CountedFrom}")
        );

    /// <summary>Writes records; the head after each.</summary>
    private async Task<AccessHead[]> WriteAsync(DateTimeOffset at, int count)
    {
        await using var log = Open();
        var heads = new List<AccessHead>();
        if (count > AccessLimits.RequestRecords)
        {
            await Task.WhenAll(
                Enumerable
                    .Range(0, count)
                    .Chunk(500)
                    .Select(c => log.RecordAsync([.. c.Select(i => On(at) with { Subject = $"{i}" })], Token))
            );
            return [await log.ReadHeadAsync(Token)];
        }

        for (var i = 0; i < count; i++)
        {
            await log.RecordAsync([On(at)], Token);
            heads.Add(await log.ReadHeadAsync(Token));
        }

        return [.. heads];
    }

    private async Task<string?> FaultAsync(IEnumerable<AccessHead> checkpoints)
    {
        await using var log = Open();
        return (await new AccessVerification(log, checkpoints, Noon).RunAsync(Token)).Fault;
    }
}

public sealed class SqliteAccessVerificationTests : AccessVerificationContract
{
    private readonly TemporaryFolder _folder = new();

    private protected override AccessLog Open() => AccessLog.In(_folder.Info);

    protected override Task PrepareAsync() => Task.CompletedTask;

    protected override Task CleanAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    protected override Task TamperAsync(string sql)
    {
        Tamper(AccessFile.In(_folder.Info), sql);
        return Task.CompletedTask;
    }
}

public sealed partial class SharedAccessVerificationTests(SharedPostgreSql shared) : AccessVerificationContract
{
    private SharedDatabase _database = null!;

    private protected override AccessLog Open() => AccessLog.In(_database.Tables);

    protected override async Task PrepareAsync() => _database = await SharedDatabase.NewAsync(shared);

    protected override Task CleanAsync()
    {
        _database?.Dispose();
        return Task.CompletedTask;
    }

    protected override Task TamperAsync(string sql) =>
        PostgreSqlServer.ExecuteAsync(
            _database.Connection,
            "SET session_replication_role = replica; "
                + Table()
                    .Replace(sql, "regional_network.access_$0")
                    .Replace("SELECT 1,", "SELECT true,", StringComparison.Ordinal)
        );

    [GeneratedRegex(@"\b(?:records|forgotten)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Table();
}
