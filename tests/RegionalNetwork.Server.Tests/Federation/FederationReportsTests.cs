using RegionalNetwork.Server.Federation;
using RegionalNetwork.Server.Federation.Links;
using RegionalNetwork.Server.Federation.Members;
using RegionalNetwork.Server.Federation.Status;
using RegionalNetwork.Server.Tests.GraphQLHttp.RateLimiting;
using RegionalNetwork.Server.Tests.Stores;
using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Server.Tests.Federation;

/// <summary>What two nodes with one journal tell each other of the federation.</summary>
public sealed class FederationReportsTests(SharedPostgreSql shared) : IAsyncLifetime
{
    private readonly ManualTime _clock = new();
    private SharedDatabase _database = null!;
    private FederationReports _mine = null!;
    private FederationReports _theirs = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await SharedDatabase.NewAsync(shared);
        await _database.ServeAsync();
        (_mine, _theirs) = (Open(), Open());
    }

    public ValueTask DisposeAsync()
    {
        _mine?.Dispose();
        _theirs?.Dispose();
        _database?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void What_one_says_the_other_says_too_and_the_newest_counts()
    {
        var fault = new LinkHealth(null, new LinkFault("The hub cannot be reached.", _clock.GetUtcNow()));
        _mine.Tell(fault);
        Assert.Equal(fault, _mine.Hub);
        Assert.Equal(fault, _theirs.Hub);

        _clock.Advance(FederationLimits.ReportsLook);
        var well = new LinkHealth(_clock.GetUtcNow(), null);
        _theirs.Tell(well);
        Assert.Equal(well, _theirs.Hub);
        Assert.Equal(well, _mine.Hub);

        var report = new MemberReport(_clock.GetUtcNow(), 7, _clock.GetUtcNow(), new FederationProblem("CODE", "Why."));
        _mine.Tell("coventry", report);
        _clock.Advance(FederationLimits.ReportsLook);
        Assert.Equal(report, _theirs.Find("coventry"));
        Assert.Null(_theirs.Find("dudley"));
    }

    [Fact]
    public void Who_hung_does_not_undo_what_was_said_since()
    {
        var before = new ManualTime();
        using var late = new FederationReports(new SharedReports(_database.Tables, before), before);
        _clock.Advance(TimeSpan.FromMinutes(1));
        var well = new LinkHealth(_clock.GetUtcNow(), null);
        _mine.Tell(well);

        late.Tell(new LinkHealth(null, new LinkFault("Long ago.", before.GetUtcNow())));

        Assert.Equal(well, _theirs.Hub);
        before.Advance(FederationLimits.ReportsLook);
        Assert.Equal(well, late.Hub);
    }

    [Fact]
    public async Task While_the_database_does_not_answer_what_was_known_is_said()
    {
        var well = new LinkHealth(_clock.GetUtcNow(), null);
        _mine.Tell(well);
        Assert.Equal(well, _theirs.Hub);
        await PostgreSqlServer.ExecuteAsync(
            OfOwner,
            "ALTER TABLE regional_network.federation_reports RENAME TO federation_reports_away"
        );
        _clock.Advance(FederationLimits.ReportsLook);

        Assert.Equal(well, _theirs.Hub);
        var later = new LinkHealth(_clock.GetUtcNow(), null);
        _theirs.Tell(later);
        Assert.Equal(later, _theirs.Hub);
        Assert.Equal(well, _mine.Hub);
    }

    /// <summary>Whoever may serve says what it is told to say, and changes nothing else.</summary>
    [Fact]
    public Task The_role_that_serves_changes_no_table() =>
        _database.AssertForbiddenAsync(
            "UPDATE regional_network.federation_reports SET report = ''",
            "DELETE FROM regional_network.federation_reports",
            "UPDATE regional_network.registrations SET person = ''",
            "DELETE FROM regional_network.registrations"
        );

    private string OfOwner =>
        _database.Connection.Replace(
            "Username=regional_network",
            "Username=regional_network_owner",
            StringComparison.Ordinal
        );

    private FederationReports Open() => new(new SharedReports(_database.Tables, _clock), _clock);
}
