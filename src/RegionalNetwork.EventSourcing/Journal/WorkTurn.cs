namespace RegionalNetwork.EventSourcing.Journal;

/// <summary>
/// The right to do a work that one process at a time should do, until it is disposed or lost. It spares double work and no more: a
/// process that has lost it may be in the midst of a step, so each step must be harmless when it is done twice.
/// </summary>
public class WorkTurn : IAsyncDisposable
{
    private protected WorkTurn() { }

    /// <summary>Of a journal that has one process, which needs to ask nobody.</summary>
    public static WorkTurn OfOneProcess { get; } = new();

    /// <summary>Cancelled when another process may have the turn.</summary>
    public virtual CancellationToken Lost => CancellationToken.None;

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
