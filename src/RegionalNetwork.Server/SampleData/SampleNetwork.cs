using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.SampleData;

/// <summary>The sample network: what five published reports state.</summary>
internal static class SampleNetwork
{
    public static Task LoadAsync(NetworkHost network, CancellationToken cancellation) => Task.CompletedTask;
}
