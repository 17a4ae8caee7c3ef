namespace RegionalNetwork.Server.Telemetry;

/// <summary>Counts as one open subscription until it is disposed.</summary>
internal readonly struct OpenSubscription : IDisposable
{
    public static OpenSubscription Begin()
    {
        ServerMeters.SubscriptionsOpen.Add(1);
        return default;
    }

    public void Dispose() => ServerMeters.SubscriptionsOpen.Add(-1);
}
