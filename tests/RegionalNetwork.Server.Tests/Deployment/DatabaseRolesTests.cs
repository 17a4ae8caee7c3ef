using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.People;
using RegionalNetwork.Server.Stores;
using RegionalNetwork.Server.Tests.Running;
using RegionalNetwork.Server.Tests.Tidy;
using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Server.Tests.Deployment;

/// <summary>
/// <c>deploy/postgresql/roles.sql</c> on a server of its own, since roles are the server's: run by somebody who is no superuser, as at
/// a provider of databases.
/// </summary>
public sealed class DatabaseRolesTests
{
    private const string Administrator = "administrator";

    [Fact]
    public async Task Administrator_without_all_rights_makes_the_roles_and_is_no_owner_afterwards()
    {
        await using var server = await PostgreSqlServer.TryStartAsync();
        Assert.SkipWhen(server is null, PostgreSqlServer.Missing);
        using var data = new TemporaryFolder();
        await PostgreSqlServer.ExecuteAsync(
            server.Administration,
            $"CREATE ROLE {Administrator} LOGIN CREATEDB CREATEROLE NOSUPERUSER"
        );
        await PostgreSqlServer.ExecuteAsync(As("postgres", Administrator), "CREATE DATABASE regional_network");
        var sql = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "deploy/postgresql/roles.sql"),
            TestContext.Current.CancellationToken
        );

        await PostgreSqlServer.ExecuteAsync(As("regional_network", Administrator), sql);

        Assert.Equal(
            0L,
            await PostgreSqlServer.QueryAsync(
                server.Administration,
                "SELECT count(*) FROM pg_auth_members WHERE " + $"member = '{Administrator}'::regrole"
            )
        );
        var owner = new JournalPlace(data.Info, As("regional_network", "regional_network_owner"));
        await using (owner.Open())
        {
            SharedTables.Open(owner).Dispose();
        }

        using var tables = SharedTables.Open(owner with { PostgreSql = As("regional_network", "regional_network") });
        using var vault = SharedPersonVault.Open(tables, TimeProvider.System);
        vault.MakeKeys(["person-0011223344556677"]);
        Assert.True(vault.Holds("person-0011223344556677"));

        string As(string database, string role) => server.On(database) + $";Username={role}";
    }
}
