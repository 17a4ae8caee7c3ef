using System.Net;
using RegionalNetwork.EventSourcing.Journal.PostgreSql;
using RegionalNetwork.Server.Tests.Running;
using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Server.Tests.Cluster;

/// <summary>
/// A rolling upgrade as its old nodes see it: a newer version, which stands beside them on the same journal, writes what they do not
/// know.
/// </summary>
public sealed class NewerEventTests(SharedPostgreSql shared)
{
    private const string Newer = "workstream.from-the-future.v1";
    private const string Known = "workstream.created.v2";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Of a type that is unknown, or of a known one with a member that is not.</summary>
    [Theory]
    [InlineData(Newer)]
    [InlineData(Known)]
    public async Task Old_node_stops_answering_says_why_and_stays(string type)
    {
        var database = await shared.NewDatabaseAsync();
        await using var group = await NodeGroup.StartAsync(database, nodes: 2);
        var (old, other) = (group.Nodes[0], group.Nodes[1]);
        using var events = await old.SubscribeAsync("subscription { figuresReceived(after: \"0\") { position } }");

        await WriteAsync(database, type);

        await old.BecomesAsync("NEWER_EVENT");
        await other.BecomesAsync("NEWER_EVENT");
        Assert.Equal(HttpStatusCode.OK, (await old.HealthAsync("live")).Status);
        Assert.Contains(
            type,
            (await old.HealthAsync("ready")).Body.Text("reasons.0.message"),
            StringComparison.Ordinal
        );
        Assert.Contains(old.Process.Printed, line => line.Contains(type, StringComparison.Ordinal));
        await RefusesAsync(old, "{ __typename }");
        await RefusesAsync(
            old,
            "mutation { createWorkstream(input: { commandId: \"c\", code: \"c\", title: \"c\", theme: \"T01\", startsOn: \"2026-01-01\" }) { position } }"
        );
        Assert.Contains("SERVER_STOPPING", await events.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(0, await old.Process.StopAsync());
    }

    /// <summary>It has answered nobody yet, and whoever starts it sees at once that it is the wrong version.</summary>
    [Fact]
    public async Task Old_version_that_is_started_then_ends_with_the_reason()
    {
        var database = await shared.NewDatabaseAsync();
        using var data = new TemporaryFolder();
        await WriteAsync(database, Newer);

        var run = await CommandLineRun.OfAsync("--data", data.Path, "--journal", database, "--sample", "none");

        run.AssertFailedInOneSentence(Newer);
    }

    private static async Task RefusesAsync(Node node, string document)
    {
        using var answer = await node.AskAsync(document, As.AllRoles, atLeast: null);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "NEWER_EVENT"), await Node.RefusalOf(answer));
    }

    private static async Task WriteAsync(string database, string type)
    {
        await using var journal = PostgreSqlJournal.Open(PostgreSqlJournalOptions.At(database), TimeProvider.System);
        await journal.AppendAsync(WorkstreamEntry.OfANewerVersion(type), Cancellation);
    }
}
