namespace RegionalNetwork.EventSourcing.Grains;

/// <summary>
/// Who may enter a grain: counts those who wait or run, refuses one too many, and closes only when empty.
/// </summary>
internal sealed class Mailbox(int turnsMax)
{
    private const int Closed = -1;
    private int _turns;

    public bool IsEmpty => Volatile.Read(ref _turns) == 0;

    public MailboxEntry TryEnter()
    {
        while (true)
        {
            var turns = Volatile.Read(ref _turns);
            if (turns == Closed)
            {
                return MailboxEntry.Closed;
            }
            if (turns >= turnsMax)
            {
                return MailboxEntry.Full;
            }
            if (Interlocked.CompareExchange(ref _turns, turns + 1, turns) == turns)
            {
                return MailboxEntry.Entered;
            }
        }
    }

    public void Leave() => Interlocked.Decrement(ref _turns);

    /// <summary>Closes for good; false when somebody is in.</summary>
    public bool TryClose() => Interlocked.CompareExchange(ref _turns, Closed, 0) == 0;
}

internal enum MailboxEntry
{
    Entered,
    Full,
    Closed,
}
