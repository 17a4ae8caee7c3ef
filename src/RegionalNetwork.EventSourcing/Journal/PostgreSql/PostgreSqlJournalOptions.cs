namespace RegionalNetwork.EventSourcing.Journal.PostgreSql;

/// <summary>Which database holds a journal, and how long to wait for it.</summary>
/// <param name="ConnectionString">
/// As Npgsql reads it: <c>Host=…;Database=…;Username=…;SSL Mode=VerifyFull</c>. Of several hosts, separated by commas, the
/// primary is found.
/// </param>
/// <param name="LockWait">How long an append waits for its turn while other nodes append.</param>
/// <param name="AnswerWait">How long one answer may take before its connection is given up.</param>
/// <param name="ReconnectWait">How long appends and reads go on connecting.</param>
/// <param name="PollInterval">How often to look for entries of other nodes although nobody has told of one.</param>
/// <param name="MayBegin">Whether a database without a journal gets one; otherwise that is an error.</param>
public sealed record PostgreSqlJournalOptions(
    string ConnectionString,
    TimeSpan LockWait,
    TimeSpan AnswerWait,
    TimeSpan ReconnectWait,
    TimeSpan PollInterval,
    bool MayBegin
)
{
    public static PostgreSqlJournalOptions At(string connectionString) =>
        new(
            connectionString,
            Limits.PostgreSqlLockWait,
            Limits.PostgreSqlAnswerWait,
            Limits.PostgreSqlReconnectWait,
            Limits.PostgreSqlPollInterval,
            MayBegin: true
        );

    /// <summary>For logs: the connection string may hold a password.</summary>
    public override string ToString() => nameof(PostgreSqlJournalOptions);
}
