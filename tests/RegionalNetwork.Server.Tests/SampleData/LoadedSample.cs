using System.Diagnostics;
using RegionalNetwork.Server.Snapshot;
using RegionalNetwork.Server.Tests.Journal;

namespace RegionalNetwork.Server.Tests.SampleData;

/// <summary>The sample network, loaded once for the tests that only read it.</summary>
public sealed class LoadedSample : IAsyncLifetime
{
    private readonly TemporaryNetwork _network = new();

    internal NetworkSnapshot Snapshot => _network.Snapshot;

    /// <summary>How long the load took, for whoever reads the output.</summary>
    public TimeSpan Took { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await _network.OpenAsync();
        var started = Stopwatch.GetTimestamp();
        await _network.LoadSampleAsync();
        Took = Stopwatch.GetElapsedTime(started);
    }

    public ValueTask DisposeAsync() => _network.DisposeAsync();
}
