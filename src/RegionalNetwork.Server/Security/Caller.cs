using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Server.Security;

/// <summary>
/// Who is at the other end of a connection. What they may see and do is found anew for each request, in the snapshot of that
/// request: roles begin and end while a token goes on.
/// </summary>
/// <param name="SignedIn">Null for an anonymous caller.</param>
internal sealed record Caller(SignedIn? SignedIn)
{
    public static readonly Caller Anonymous = new((SignedIn?)null);

    /// <summary>How long the longest wait of a timer is: a token that lives longer is looked at no more.</summary>
    private static readonly TimeSpan WaitMax = TimeSpan.FromDays(40);

    /// <summary>The person for whom a deputy says that they act; null where they act in their own name.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>False for a token that its issuer gave for reading only.</summary>
    public bool MayWrite => SignedIn?.MayWrite ?? true;

    /// <summary>When queries with the same token would be refused; null for an anonymous caller.</summary>
    public DateTimeOffset? ValidUntil => SignedIn?.ValidUntil;

    /// <summary>Somebody whose roles do not come from the journal: a command on this machine, a development token.</summary>
    public static Caller Assuming(Actor actor) =>
        new(
            new SignedIn(
                new Identity("", "", actor.Subject),
                IsApplication: false,
                MayWrite: true,
                DateTimeOffset.MaxValue,
                actor,
                DisplayName: null
            )
        );

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
