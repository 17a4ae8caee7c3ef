using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.SampleData;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Tests.Journal;

/// <summary>A network in a folder of its own, which goes when the test ends.</summary>
internal sealed class TemporaryNetwork : IAsyncDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("network-");
    private NetworkHost? _host;

    public NetworkHost Host => _host ?? throw new InvalidOperationException("Open the network first.");

    public NetworkSnapshot Snapshot => Host.Projection.Current.Snapshot;

    public string JournalPath => Path.Combine(_directory.FullName, "journal.db");

    /// <summary>Opens the network, for the first time or as a server does that was started again.</summary>
    public async Task OpenAsync()
    {
        await CloseAsync();
        _host = await NetworkHost.OpenAsync(_directory, TimeProvider.System, TestContext.Current.CancellationToken);
    }

    public Task LoadSampleAsync() => SampleNetwork.LoadAsync(Host, TestContext.Current.CancellationToken);

    public async Task<IReadOnlyList<JournalEntry>> EntriesAsync()
    {
        List<JournalEntry> all = [];
        while (
            await Host.Journal.ReadAllAsync(
                all.Count == 0 ? JournalPosition.Start : all[^1].Position,
                1_000,
                TestContext.Current.CancellationToken
            )
                is { Count: > 0 } entries
        )
        {
            all.AddRange(entries);
        }

        return all;
    }

    public async Task CloseAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
            _host = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _directory.Delete(recursive: true);
    }
}
