using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Server.Security;

/// <summary>Who is at the other end of a connection.</summary>
/// <param name="Actor">Null for an anonymous caller.</param>
/// <param name="ValidUntil">When queries with the same token would be refused; null for an anonymous caller.</param>
internal sealed record Caller(Actor? Actor, DateTimeOffset? ValidUntil)
{
    public static readonly Caller Anonymous = new(null, null);

    /// <summary>How long the longest wait of a timer is: a token that lives longer is looked at no more.</summary>
    private static readonly TimeSpan WaitMax = TimeSpan.FromDays(40);

    /// <summary>False for a token that its issuer gave for reading only.</summary>
    public bool MayWrite { get; init; } = true;

    public static Caller Of(SignedIn signedIn) =>
        new(ActorResolution.Resolve(signedIn), signedIn.ValidUntil) { MayWrite = signedIn.MayWrite };

    /// <summary>Cancels when the caller's token stops being valid.</summary>
    public CancellationTokenSource Expiry(TimeProvider clock)
    {
        if (ValidUntil is not { } until)
        {
            return new CancellationTokenSource();
        }

        var left = until - clock.GetUtcNow();
        return new CancellationTokenSource(
            left < TimeSpan.Zero ? TimeSpan.Zero
                : left > WaitMax ? WaitMax
                : left,
            clock
        );
    }
}
