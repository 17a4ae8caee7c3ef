using System.Text;
using System.Text.Json.Nodes;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Themes;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Sqlite;
using RegionalNetwork.Server.SampleData;
using RegionalNetwork.Server.Tests.Journal;

namespace RegionalNetwork.Server.Tests.SampleData;

/// <summary>When the sample is loaded, and when it is not.</summary>
public sealed class SampleLoadTests : IAsyncLifetime
{
    private readonly TemporaryNetwork _network = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _network.OpenAsync();

    public ValueTask DisposeAsync() => _network.DisposeAsync();

    [Fact]
    public async Task Loading_twice_changes_nothing_also_after_a_start_between()
    {
        await _network.LoadSampleAsync();
        var head = _network.Host.Journal.Head;

        await _network.LoadSampleAsync();
        Assert.Equal(head, _network.Host.Journal.Head);
        await _network.OpenAsync();
        await _network.LoadSampleAsync();
        Assert.Equal(head, _network.Host.Journal.Head);
    }

    [Fact]
    public async Task A_journal_with_only_figures_gets_the_sample()
    {
        await SyntheticFigures.ImportAsync(_network.Host);

        await _network.LoadSampleAsync();

        Assert.NotNull(_network.Snapshot.Publications.Find(SyntheticFigures.Publication));
        Assert.Equal(3, _network.Snapshot.Networks.All.Count);
    }

    [Fact]
    public async Task A_network_of_somebodys_own_stays_as_it_is()
    {
        var details = new NetworkDetails("Own", default, RegionCode: null, Mandate: null, []);
        await _network.Host.Grains.SendAsync(
            SampleNetwork.Loader,
            "own",
            new FoundNetwork(Nation.Id, NetworkLevel.National, details),
            Cancellation
        );
        await _network.Host.Projection.WaitForAsync(_network.Host.Journal.Head, Cancellation);

        await _network.LoadSampleAsync();

        Assert.Equal("Own", Assert.Single(_network.Snapshot.Networks.All).Details.Name);
        Assert.Empty(_network.Snapshot.Workstreams.All);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(40)]
    [InlineData(-1)]
    public async Task A_load_that_was_cut_short_is_taken_up_again(int entriesKept)
    {
        await _network.LoadSampleAsync();
        var whole = await _network.EntriesAsync();
        await using var torn = new TemporaryNetwork();
        await CopyAsync(entriesKept < 0 ? whole.SkipLast(-entriesKept) : whole.Take(entriesKept), torn.JournalPath);

        await torn.OpenAsync();
        await torn.LoadSampleAsync();

        Assert.Equal(Facts(whole), Facts(await torn.EntriesAsync()));
    }

    [Fact]
    public async Task A_refused_fact_is_named_and_stops_the_load()
    {
        const string Taken = "wolverhampton-2022-23-development-offer";
        var details = new PriorityDetails(
            "Somebody's own",
            new ThemeChoice("T01", []),
            Rationale: null,
            Alignment: null
        );
        ICouncilCommand own = new DeclarePriority("E08000031", Taken, "2022-23", details);
        await _network.Host.Grains.SendAsync(SampleNetwork.Loader, "own", own, Cancellation);

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(_network.LoadSampleAsync);

        Assert.StartsWith($"The sample's entry '{Taken}' was refused: ", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith(CommonRefusals.IdTaken(Taken).Message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_event_of_the_sample_is_recorded_in_the_name_of_its_loader()
    {
        await _network.LoadSampleAsync();

        Assert.All(
            await _network.EntriesAsync(),
            entry =>
            {
                Assert.Equal(
                    entry.CommandId.StartsWith("sample-approve-", StringComparison.Ordinal)
                        ? "sample-network-approver"
                        : "sample-network",
                    entry.Actor
                );
                Assert.StartsWith("sample-", entry.CommandId, StringComparison.Ordinal);
            }
        );
    }

    private static async Task CopyAsync(IEnumerable<JournalEntry> entries, string path)
    {
        await using var journal = SqliteJournal.Open(path);
        foreach (var append in entries.GroupBy(entry => (entry.Stream, entry.CommandId)))
        {
            var first = append.First();
            await journal.AppendAsync(
                new AppendRequest(
                    first.Stream,
                    new StreamVersion(first.Version.Value - 1),
                    first.CommandId,
                    first.Actor,
                    first.RecordedAt,
                    [.. append.Select(entry => new NewEvent(entry.Type, entry.Payload))]
                ),
                Cancellation
            );
        }
    }

    /// <summary>The streams, whose order among each other is chance; a statement's time of recording is another at each load.</summary>
    private static IEnumerable<string> Facts(IEnumerable<JournalEntry> entries) =>
        entries
            .OrderBy(entry => entry.Stream.ToString(), StringComparer.Ordinal)
            .ThenBy(entry => entry.Version.Value)
            .Select(entry => $"{entry.Stream} {entry.Version} {entry.Type} {entry.CommandId} {Payload(entry)}");

    private static string Payload(JournalEntry entry) =>
        JsonNode.Parse(entry.Payload.Span) is JsonObject payload && payload.Remove("recordedAt")
            ? payload.ToJsonString()
            : Encoding.UTF8.GetString(entry.Payload.Span);
}
