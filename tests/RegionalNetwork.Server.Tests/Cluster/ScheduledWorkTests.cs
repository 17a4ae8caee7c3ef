using RegionalNetwork.EventSourcing;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.PostgreSql;
using RegionalNetwork.Server.Journal;
using RegionalNetwork.Server.Tests.Returns;
using RegionalNetwork.Server.Tests.Running;
using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Server.Tests.Cluster;

/// <summary>Nodes that start at the same moment all look for what is due, and the journal shows it once.</summary>
public sealed class ScheduledWorkTests(SharedPostgreSql shared)
{
    private const string Coventry = "E08000026";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Round_that_is_due_is_compiled_once_whichever_node_comes_first()
    {
        var database = await shared.NewDatabaseAsync();
        await using var group = await NodeGroup.StartAsync(database, nodes: 1);
        await group.Nodes[0].Client.ReleaseAsync(Coventry, "Coventry", each: 5, "NATION");

        await group.AddAsync(2);

        var compiled = await FirstRoundAsync(database);
        Assert.Matches("^nightly-[0-9]{8}-agency[.]202425-Q1-1$", compiled.CommandId);
        // Whoever compiles by hand now finds the first round, and nothing new.
        foreach (var node in group.Nodes)
        {
            Assert.Equal(
                """{"number":1,"returns":1}""",
                await node.Client.SucceedAsync(
                    As.NationalOffice,
                    "compileReturnRound",
                    $"""collection: "agency", period: "{AgencyReturns.Period}" """,
                    "round { number returns }"
                )
            );
        }

        Assert.Single(await RoundsAsync(database));
    }

    private static async Task<JournalEntry> FirstRoundAsync(string database)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        timeout.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (await RoundsAsync(database) is [var first, ..])
            {
                return first;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), timeout.Token);
        }
    }

    private static async Task<IReadOnlyList<JournalEntry>> RoundsAsync(string database)
    {
        await using var journal = PostgreSqlJournal.Open(PostgreSqlJournalOptions.At(database), TimeProvider.System);
        var entries = await journal.ReadAllAsync(JournalPosition.Start, Limits.ReadEntries, Cancellation);
        return [.. entries.Where(entry => entry.Stream.Category == StreamCategories.CollectionRound)];
    }
}
