using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.Server.Federation.Members;

/// <summary>
/// One batch of a member at a time, at whichever node of this hub it comes in, and not too many of all at one node: who finds no room
/// is told to come again, so that nothing piles up here.
/// </summary>
internal sealed class MemberTurns(IJournal journal)
{
    /// <summary>What the turn of a member is called, before its name.</summary>
    private const string Work = "federation-take-";

    private readonly Lock _gate = new();
    private readonly HashSet<string> _working = new(StringComparer.Ordinal);

    /// <returns>Null where there is no room; otherwise to be disposed of when the batch is done.</returns>
    /// <exception cref="JournalUnavailableException">Whether another node takes a batch of it cannot be asked.</exception>
    public async ValueTask<MemberTurn?> TryBeginAsync(string member, CancellationToken cancellation)
    {
        if (!TryEnter(member))
        {
            return null;
        }

        WorkTurn? shared = null;
        try
        {
            shared = await journal.TryTakeTurnAsync(Work + member, cancellation);
            return shared is null ? null : new MemberTurn(shared, () => Leave(member));
        }
        finally
        {
            if (shared is null)
            {
                Leave(member);
            }
        }
    }

    private bool TryEnter(string member)
    {
        lock (_gate)
        {
            return _working.Count < FederationLimits.ConcurrentBatches && _working.Add(member);
        }
    }

    private void Leave(string member)
    {
        lock (_gate)
        {
            _working.Remove(member);
        }
    }
}

/// <summary>The turn of one member.</summary>
internal sealed class MemberTurn(WorkTurn shared, Action leave) : IAsyncDisposable
{
    /// <inheritdoc cref="WorkTurn.Lost"/>
    public CancellationToken Lost => shared.Lost;

    public async ValueTask DisposeAsync()
    {
        await shared.DisposeAsync();
        leave();
    }
}
