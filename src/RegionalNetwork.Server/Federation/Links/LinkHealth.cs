namespace RegionalNetwork.Server.Federation.Links;

/// <summary>How it goes with the hub, as far as the journal does not say. In memory, and known again a moment after a start.</summary>
internal sealed class LinkHealth
{
    private volatile LinkFault? _fault;
    private long _heardAt;

    /// <summary>What went wrong last; null once it went well again.</summary>
    public LinkFault? Fault => _fault;

    /// <summary>When the hub last answered, and proved that it was the hub; null for not since the start.</summary>
    public DateTimeOffset? HeardAt =>
        Volatile.Read(ref _heardAt) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public void Heard(DateTimeOffset at) => Volatile.Write(ref _heardAt, at.UtcTicks);

    public void Succeeded() => _fault = null;

    public void Failed(string message, DateTimeOffset at) => _fault = new LinkFault(message, at);
}

/// <param name="Message">A sentence.</param>
internal sealed record LinkFault(string Message, DateTimeOffset At);
