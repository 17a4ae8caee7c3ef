namespace RegionalNetwork.Server.Federation.Links;

/// <summary>The hub could not be reached, did not prove that it is the hub, or did not take what it was sent.</summary>
/// <param name="retryAfter">When the hub wants to be asked again; null where it does not say.</param>
internal sealed class HubException(string message, TimeSpan? retryAfter) : Exception(message)
{
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
