namespace RegionalNetwork.Server.Cluster;

/// <summary>
/// In place of the framework's, which stops the web server in the moment of a signal: signals come to the command line, and
/// <see cref="Drain"/> stops in order.
/// </summary>
internal sealed class OwnLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
