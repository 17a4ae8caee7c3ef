namespace RegionalNetwork.Server.GraphQLHttp.Streaming;

/// <summary>
/// Limits of subscriptions and of the connections that carry them. The bytes of one event are limited by the engine. Of each
/// operation at most one event waits to be sent: the journal is the buffer, and a slow consumer reads it later.
/// </summary>
internal sealed record SubscriptionLimits
{
    public static SubscriptionLimits Default { get; } = new();

    /// <summary>Connections open at a time: sockets and event streams together.</summary>
    public int ConnectionsMax { get; init; } = 2_000;

    /// <summary>Operations that one socket may have running.</summary>
    public int OperationsPerConnectionMax { get; init; } = 50;

    /// <summary>Bytes of one message from a client.</summary>
    public int MessageBytesMax { get; init; } = HttpLimits.GraphQLRequestBytes;

    /// <summary>UTF-16 code units of an operation's id.</summary>
    public int OperationIdCharactersMax { get; init; } = 128;

    /// <summary>How long a socket may be open before the client introduces itself.</summary>
    public TimeSpan InitWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// A socket on which nothing is sent, or nothing comes, for this long gets a ping; a stream on which nothing is sent, a comment.
    /// </summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>A socket from which nothing has come for this long, pings notwithstanding, is dead.</summary>
    public TimeSpan SilenceMax { get; init; } = TimeSpan.FromSeconds(36);

    /// <summary>A consumer that does not take a message for this long is too slow.</summary>
    public TimeSpan SendWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a client may take to hear why its connection ends, and to close it.</summary>
    public TimeSpan CloseWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a subscription waits for the journal to come to the position that it is to resume from.</summary>
    public TimeSpan PositionWait { get; init; } = TimeSpan.FromSeconds(5);
}
