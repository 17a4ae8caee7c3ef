namespace RegionalNetwork.Server.Federation.Members;

/// <summary>
/// One batch of a member at a time, and not too many of all: who finds no room is told to come again, so that nothing piles up here.
/// </summary>
internal sealed class MemberTurns
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _working = new(StringComparer.Ordinal);

    /// <returns>Null where there is no room; otherwise to be disposed of when the batch is done.</returns>
    public IDisposable? TryBegin(string member)
    {
        lock (_gate)
        {
            return _working.Count < FederationLimits.ConcurrentBatches && _working.Add(member)
                ? new Turn(this, member)
                : null;
        }
    }

    private sealed class Turn(MemberTurns turns, string member) : IDisposable
    {
        public void Dispose()
        {
            lock (turns._gate)
            {
                turns._working.Remove(member);
            }
        }
    }
}
