using RegionalNetwork.Tests.PostgreSql;

[assembly: AssemblyFixture(typeof(SharedPostgreSql))]

namespace RegionalNetwork.Tests.PostgreSql;

/// <summary>One server for all tests that do not harm it, started by the first that asks.</summary>
public sealed class SharedPostgreSql : IAsyncDisposable
{
    private readonly Lazy<Task<PostgreSqlServer?>> _server = new(() => PostgreSqlServer.TryStartAsync());

    /// <summary>The server; the test is skipped where there can be none.</summary>
    public async Task<PostgreSqlServer> ServerAsync()
    {
        var server = await _server.Value;
        Assert.SkipWhen(server is null, PostgreSqlServer.Missing);
        return server;
    }

    /// <summary>The connection string of an empty database.</summary>
    public async Task<string> NewDatabaseAsync() => await (await ServerAsync()).NewDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated && await _server.Value is { } server)
        {
            await server.DisposeAsync();
        }
    }
}
