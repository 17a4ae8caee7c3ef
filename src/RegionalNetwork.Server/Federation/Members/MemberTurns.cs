using System.Collections.Concurrent;

namespace RegionalNetwork.Server.Federation.Members;

/// <summary>
/// One batch of a member at a time, and not too many of all: who finds no room is told to come again, so that nothing piles up here.
/// </summary>
internal sealed class MemberTurns
{
    private readonly ConcurrentDictionary<string, bool> _working = new(StringComparer.Ordinal);

    /// <returns>Null where there is no room; otherwise to be disposed of when the batch is done.</returns>
    public IDisposable? TryBegin(string member) =>
        _working.Count < FederationLimits.ConcurrentBatches && _working.TryAdd(member, true)
            ? new Turn(this, member)
            : null;

    private sealed class Turn(MemberTurns turns, string member) : IDisposable
    {
        public void Dispose() => turns._working.TryRemove(member, out _);
    }
}
