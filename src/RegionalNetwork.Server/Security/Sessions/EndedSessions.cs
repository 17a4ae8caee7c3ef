using System.Collections.Concurrent;

namespace RegionalNetwork.Server.Security.Sessions;

/// <summary>
/// Sessions whose people signed out, until they would have ended anyway: a copy of their cookie opens nothing. Kept by this
/// process alone; a restart forgets them, and then the idle time limits what a copy is good for.
/// </summary>
internal sealed class EndedSessions(int sessionsMax, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _ended = new(StringComparer.Ordinal);

    public void Add(Session session)
    {
        if (_ended.Count >= sessionsMax)
        {
            Forget();
        }

        _ended[session.Id] = session.Ends;
    }

    public bool Contains(string id) => _ended.ContainsKey(id);

    /// <summary>Those that would be over by now, and if that is not enough, any.</summary>
    private void Forget()
    {
        var now = clock.GetUtcNow();
        foreach (var (id, ends) in _ended)
        {
            if (ends <= now || _ended.Count >= sessionsMax)
            {
                _ended.TryRemove(id, out _);
            }
        }
    }
}
