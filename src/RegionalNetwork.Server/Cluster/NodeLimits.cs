namespace RegionalNetwork.Server.Cluster;

/// <summary>Limits of one node among several, with units.</summary>
internal sealed record NodeLimits
{
    public static NodeLimits Default { get; } = new();

    /// <summary>How often a node asks the journal where it ends: what readiness rests on.</summary>
    public TimeSpan LookInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A journal that has not answered for this long is out of reach.</summary>
    public TimeSpan JournalSilenceMax { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A node whose snapshot lacks what was in the journal this long ago lags too far behind.</summary>
    public TimeSpan LagMax { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Ends of the journal that are remembered until the snapshot has come to them. The oldest are kept.</summary>
    public int UnreachedMax { get; init; } = 120;

    /// <summary>How long a request waits for the position that it asks for at least.</summary>
    public TimeSpan PositionWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Positions by which other nodes may be ahead of what this one knows of the journal: what is further ahead is no position that
    /// a node gave.
    /// </summary>
    public long PositionLeadMax { get; init; } = 100_000;

    /// <summary>Requests that may wait for a position at a time.</summary>
    public int PositionWaitersMax { get; init; } = 1_000;

    /// <summary>The longest drain delay that may be configured.</summary>
    public static readonly TimeSpan DrainDelayMax = TimeSpan.FromSeconds(120);

    /// <summary>
    /// For how long a node that was told to stop goes on listening, unless configured: long enough for a load balancer that looks
    /// every second or two to send nothing more. In Development there is none, and no delay.
    /// </summary>
    public static readonly TimeSpan DrainDelay = TimeSpan.FromSeconds(5);

    /// <summary>After that, how long requests that have begun may take to finish before they are cut off.</summary>
    public static readonly TimeSpan FinishMax = TimeSpan.FromSeconds(30);
}
