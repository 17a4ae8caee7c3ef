using System.Net;
using RegionalNetwork.Server.Tests.Running;
using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Server.Tests.Cluster;

/// <summary>A node whose journal is out of reach says so, lives on, and is ready again by itself.</summary>
public sealed class JournalAwayTests
{
    [Fact]
    public async Task Node_is_not_ready_while_PostgreSQL_is_away_and_answers_from_memory()
    {
        var postgreSql = await PostgreSqlServer.TryStartAsync();
        Assert.SkipWhen(postgreSql is null, PostgreSqlServer.Missing);
        await using var _ = postgreSql;
        await using var group = await NodeGroup.StartAsync(await postgreSql.NewDatabaseAsync(), nodes: 1);
        var node = group.Nodes[0];

        await postgreSql.StopAsync();
        await node.BecomesAsync("JOURNAL_UNAVAILABLE");
        Assert.Equal(HttpStatusCode.OK, (await node.HealthAsync("live")).Status);
        using var answered = await node.AskAsync("{ __typename }", As.Anonymous, atLeast: null);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);

        await postgreSql.StartAsync();
        await node.BecomesAsync();
        Assert.Equal(0, await node.Process.StopAsync());
    }
}
