namespace RegionalNetwork.EventSourcing;

/// <summary>
/// Every limit of this library in one place. Text lengths count UTF-16 code units unless the name says bytes.
/// </summary>
public static class Limits
{
    /// <summary>Longest category of a stream.</summary>
    public const int StreamCategoryLength = 64;

    /// <summary>Longest key of a stream within its category.</summary>
    public const int StreamKeyLength = 200;

    /// <summary>Longest wire name of an event, version included.</summary>
    public const int EventTypeLength = 200;

    /// <summary>Longest idempotency key that a client may make.</summary>
    public const int CommandIdLength = 128;

    /// <summary>Longest name of an actor.</summary>
    public const int ActorLength = 256;

    /// <summary>Largest payload of one event.</summary>
    public const int EventPayloadBytes = 4 * 1024 * 1024;

    /// <summary>Most events in one append. They become durable together or not at all.</summary>
    public const int AppendEvents = 4096;

    /// <summary>Largest sum of the payloads in one append.</summary>
    public const int AppendPayloadBytes = 64 * 1024 * 1024;

    /// <summary>Appends that may wait for the writer. The next caller waits (asynchronously) for room.</summary>
    public const int AppendQueueRequests = 1024;

    /// <summary>Most appends that share one commit.</summary>
    public const int GroupCommitRequests = 256;

    /// <summary>A group takes no further append once its payloads exceed this.</summary>
    public const int GroupCommitPayloadBytes = 16 * 1024 * 1024;

    /// <summary>Most entries that one read returns.</summary>
    public const int ReadEntries = 4096;

    /// <summary>Most streams that one read takes together.</summary>
    public const int ReadStreams = 1024;

    /// <summary>
    /// A read ends early after the entry with which its payloads reach this; it always returns an entry if there is
    /// one.
    /// </summary>
    public const int ReadPayloadBytes = 16 * 1024 * 1024;

    /// <summary>Newest entries that are kept in memory for those who follow the journal.</summary>
    public const int TailEntries = 1024;

    /// <summary>Largest sum of the payloads of those entries. Larger ones are read again by each who follows.</summary>
    public const int TailPayloadBytes = 4 * 1024 * 1024;

    /// <summary>Most entries that one who follows the journal reads at a time.</summary>
    public const int TailPageEntries = 256;

    /// <summary>
    /// Read connections that a SQLite journal keeps open; further readers wait (asynchronously) for one.
    /// </summary>
    public const int SqliteReaders = 4;

    /// <summary>Size to which the file of a SQLite journal may grow.</summary>
    public const long SqliteBytes = 256L * 1024 * 1024 * 1024;

    /// <summary>Memory for pages while a SQLite file is brought to the newest format, whatever its size.</summary>
    public const int SqliteUpgradeKibibytes = 64 * 1024;

    /// <summary>
    /// Connections of one PostgreSQL journal: one writes, one listens, each turn at work holds one (nightly tasks, the one that sends to
    /// a hub, four batches of members), the others read. Further readers wait (asynchronously) for one.
    /// </summary>
    public const int PostgreSqlConnections = 12;

    /// <summary>Turns that may wait or run in one grain.</summary>
    public const int GrainMailboxTurns = 256;

    /// <summary>Grains that are in memory at one time, in one directory.</summary>
    public const int ActiveGrains = 10_000;

    /// <summary>How often a turn decides again after it lost a race with another process, before it gives up.</summary>
    public const int GrainConflictRetries = 8;

    /// <summary>Steps of upcasting from the oldest version of an event to today's.</summary>
    public const int UpcastSteps = 64;

    /// <summary>How long an append waits while another process writes to the same file.</summary>
    public static readonly TimeSpan SqliteBusyWait = TimeSpan.FromSeconds(30);

    /// <summary>How often a SQLite journal looks for entries of other processes.</summary>
    public static readonly TimeSpan SqlitePollInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>How long an append to PostgreSQL waits for its turn while other nodes append.</summary>
    public static readonly TimeSpan PostgreSqlLockWait = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long PostgreSQL may take for one answer, a commit that waits for a standby included, before its connection is given up.
    /// </summary>
    public static readonly TimeSpan PostgreSqlAnswerWait = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long an append or a read goes on connecting to a PostgreSQL that is away, and asking it again: longer than it needs for
    /// a restart, and than a standby for its promotion.
    /// </summary>
    public static readonly TimeSpan PostgreSqlReconnectWait = TimeSpan.FromSeconds(20);

    /// <summary>Pause before PostgreSQL is tried again; each further one is twice as long, up to ten times this.</summary>
    public static readonly TimeSpan PostgreSqlRetryPause = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// How often a PostgreSQL journal looks for entries of other nodes although no notification has come.
    /// </summary>
    public static readonly TimeSpan PostgreSqlPollInterval = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// How long PostgreSQL keeps the turn of a process that says nothing: one that hangs, or cannot be reached any more.
    /// </summary>
    public static readonly TimeSpan WorkTurnLease = TimeSpan.FromSeconds(30);

    /// <summary>Pause before a projection reads again from a journal that was away.</summary>
    public static readonly TimeSpan ProjectionRetryPause = TimeSpan.FromSeconds(1);

    /// <summary>A grain that has had no turn for this long leaves memory.</summary>
    public static readonly TimeSpan GrainIdle = TimeSpan.FromMinutes(10);
}
