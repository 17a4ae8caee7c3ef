namespace RegionalNetwork.EventSourcing.Grains;

/// <summary>A grain in a directory: its mailbox, its turns, and when it was last used.</summary>
internal sealed class GrainActivation<TState, TCommand, TEvent, TRefusal>(
    Grain<TState, TCommand, TEvent, TRefusal> grain,
    int mailboxTurns
)
{
    private readonly TurnQueue _turns = new();
    private long _lastUsed;

    public Mailbox Mailbox { get; } = new(mailboxTurns);

    /// <summary>Time stamp of the directory's clock.</summary>
    public long LastUsed => Volatile.Read(ref _lastUsed);

    public void Touch(long timestamp) => Volatile.Write(ref _lastUsed, timestamp);

    public Task<GrainReply<TRefusal>> TakeTurnAsync(
        GrainCommand<TCommand> command,
        CancellationToken cancellationToken
    ) => _turns.RunAsync(() => grain.TurnAsync(command), cancellationToken);
}
