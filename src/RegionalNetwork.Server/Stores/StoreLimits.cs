namespace RegionalNetwork.Server.Stores;

/// <summary>Limits of what nodes share in a database, with units.</summary>
internal static class StoreLimits
{
    /// <summary>
    /// Connections to the database of one node beside its journal's own; further callers wait for one. A server with sign-in has twice
    /// as many: one pool for sessions and their keys, one for all else.
    /// </summary>
    public const int Connections = 4;

    /// <summary>Keys of cookies: one is made every 90 days.</summary>
    public const int CookieKeys = 1_000;

    /// <summary>Changes of the wrapping key that one use of it follows.</summary>
    public const int KeyChanges = 3;

    /// <summary>How long a change waits for its turn while other nodes change the same.</summary>
    public static readonly TimeSpan LockWait = TimeSpan.FromSeconds(5);

    /// <summary>How long one answer may take, a commit that waits for a standby included.</summary>
    public static readonly TimeSpan AnswerWait = TimeSpan.FromSeconds(10);

    /// <summary>How long to go on connecting to a server that is away: somebody waits for a page.</summary>
    public static readonly TimeSpan ReconnectWait = TimeSpan.FromSeconds(5);
}
