namespace RegionalNetwork.Server.Federation.Links;

/// <summary>How it goes with the hub, as far as the journal does not say.</summary>
/// <param name="HeardAt">When the hub last answered, and proved that it was the hub; null where nobody knows.</param>
/// <param name="Fault">What went wrong last; null once it went well again.</param>
internal sealed record LinkHealth(DateTimeOffset? HeardAt, LinkFault? Fault);

/// <param name="Message">A sentence.</param>
internal sealed record LinkFault(string Message, DateTimeOffset At);
