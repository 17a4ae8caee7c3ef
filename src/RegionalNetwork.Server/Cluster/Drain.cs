using System.Globalization;

namespace RegionalNetwork.Server.Cluster;

/// <summary>
/// How a node stops in order: it says that it is not ready, goes on answering until load balancers have noticed, tells subscriptions
/// to go elsewhere, and lets requests finish that have begun.
/// </summary>
/// <param name="Delay">For how long it goes on answering.</param>
internal sealed record Drain(TimeSpan Delay)
{
    private const string Setting = "Drain:DelaySeconds";

    /// <exception cref="InvalidDataException">The setting is none: with what is wrong and what to do.</exception>
    public static Drain Read(IConfiguration configuration, bool isDevelopment)
    {
        if (configuration[Setting] is not { Length: > 0 } text)
        {
            return new Drain(isDevelopment ? TimeSpan.Zero : NodeLimits.DrainDelay);
        }

        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= NodeLimits.DrainDelayMax.TotalSeconds
            ? new Drain(TimeSpan.FromSeconds(seconds))
            : throw new InvalidDataException(
                $"{Setting} is '{text}'. Give whole seconds from 0 to {NodeLimits.DrainDelayMax.TotalSeconds:0}."
            );
    }

    /// <summary>Serves until it is told to stop, or stops itself, and then stops in order.</summary>
    public async Task ServeAsync(WebApplication app, NodeHealth health, CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, app.Lifetime.ApplicationStopping);
        await WaitAsync(Timeout.InfiniteTimeSpan, either.Token);
        health.Drain();
        if (stop.IsCancellationRequested && health.Refusal is null && Delay > TimeSpan.Zero)
        {
            Console.WriteLine(
                $"RegionalNetwork was told to stop: it answers for {Delay.TotalSeconds:0} s more and is not ready."
            );
            await WaitAsync(Delay, app.Lifetime.ApplicationStopping);
        }

        await app.StopAsync(CancellationToken.None);
    }

    private static async Task WaitAsync(TimeSpan wait, CancellationToken until) =>
        await Task.Delay(wait, until).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
