using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Faults.Tests.Faults;
using RegionalNetwork.Server.Auditing;
using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Faults.Tests.Databases;

/// <summary>What a superuser changed in the tables of the journal, past every trigger, is found by the chain of hashes.</summary>
public sealed class ChangedRowsTests(ITestOutputHelper output)
{
    /// <summary>What is done, and what <c>verify</c> says of it; position 60 is somewhere in the middle.</summary>
    private static readonly (string Sql, string Said)[] Changes =
    [
        (
            "UPDATE entries SET payload = payload || convert_to(' ', 'UTF8') WHERE position = 60",
            "at position 60 is not what was written there"
        ),
        ("UPDATE entries SET actor = 'somebody-else' WHERE position = 60", "at position 60 is not what was written"),
        (
            "UPDATE entries SET recorded_at = recorded_at + 1 WHERE position = 60",
            "at position 60 is not what was written"
        ),
        ("UPDATE entries SET hash = sha256('x') WHERE position = 60", "at position 60 is not what was written"),
        ("UPDATE entries SET version = version + 1000 WHERE position = 60", "at position 60 is not what was written"),
        ("UPDATE streams SET key = key || '-x' WHERE id = 1", "at position 1 is not what was written"),
        ("DELETE FROM streams WHERE id = 1", "at position 1 cannot be read"),
        ("DELETE FROM entries WHERE position = 60", "at position 60 is missing: the journal goes on with position 61"),
        ("DELETE FROM entries WHERE position > 60", "at position 61 is missing: the journal ends at position 60"),
        (
            "UPDATE entries SET position = 1000000 WHERE position = 60; UPDATE entries SET position = 60 WHERE position = 61; "
                + "UPDATE entries SET position = 61 WHERE position = 1000000",
            "at position 60 is not what was written"
        ),
    ];

    [Fact]
    public async Task Every_change_and_every_deletion_is_found()
    {
        await using var image = await DatabaseImage.TakeAsync(FaultsMode.Seed);
        await image.Node.StopAsync();
        var last = image.Entries[^1];
        var checkpoint = new CheckpointFile([new ChainHead(last.Entry.Position, last.Hash)], []);
        var copies = 0;
        Assert.Equal((true, ""), await VerifyAsync(image, "postgres", checkpoint));
        foreach (var (sql, said) in Changes)
        {
            var copy = $"copy_{++copies}";
            await PostgreSqlServer.ExecuteAsync(
                image.Server.On("template1"),
                $"CREATE DATABASE {copy} TEMPLATE postgres"
            );
            await PostgreSqlServer.ExecuteAsync(
                image.Server.On(copy),
                $"SET search_path = regional_network; SET session_replication_role = replica; {sql}"
            );

            var (isSound, faults) = await VerifyAsync(image, copy, checkpoint);

            Assert.False(isSound, sql);
            Assert.Contains(said, faults, StringComparison.Ordinal);
        }

        output.WriteLine($"{Changes.Length} cases");
    }

    private static async Task<(bool IsSound, string Faults)> VerifyAsync(
        DatabaseImage image,
        string database,
        CheckpointFile checkpoint
    )
    {
        await using var faults = new StringWriter();
        await using var data = AuditedData.Open(image.Place with { PostgreSql = image.Server.On(database) });
        var isSound = await DataVerification.RunAsync(
            data,
            checkpoint,
            TimeProvider.System.GetUtcNow(),
            (TextWriter.Null, faults),
            TestContext.Current.CancellationToken
        );
        return (isSound, faults.ToString());
    }
}
