using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.Server.Security.Sessions;

/// <summary>
/// The sessions that are open: a cookie whose session is not among them opens nothing, however genuine it is. All members may be called
/// from any thread; how soon what another node did counts here, <see cref="SessionList"/> says.
/// </summary>
internal sealed class SessionRegister(Func<ISessionStore> open, TimeProvider clock) : IDisposable
{
    private readonly SessionList _list = new(open, clock);

    /// <summary>A session begins. Where its person has as many as anybody may have, the oldest ends.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be put on the list, and has not begun.</exception>
    public void Begin(OpenSession session) =>
        _list.Change(known =>
        {
            var now = clock.GetUtcNow();
            var over = known.Where(one => one.IsOver(now)).ToList();
            var open = known.Except(over).ToList();
            IEnumerable<OpenSession> crowdedOut =
            [
                .. open.Where(one => one.Person == session.Person)
                    .OrderByDescending(one => one.Begun)
                    .Skip(SecurityLimits.SessionsPerPerson - 1),
                .. open.OrderByDescending(one => one.Used).Skip(SecurityLimits.Sessions - 1),
            ];
            return (session, [.. over.Concat(crowdedOut).Select(one => one.Id).Distinct()]);
        });

    /// <returns>Whether the session is open; then it counts as used in this hour.</returns>
    /// <exception cref="JournalUnavailableException">Nobody knows: the store has not answered for too long.</exception>
    public bool TryUse(string id)
    {
        var session = _list.Find(id);
        var now = clock.GetUtcNow();
        if (session is null || session.IsOver(now))
        {
            return false;
        }

        if (OpenSession.HourOf(now) > session.Used)
        {
            _list.TryMark(session with { Used = OpenSession.HourOf(now) });
        }

        return true;
    }

    /// <returns>Somebody's open sessions, the latest first.</returns>
    /// <exception cref="JournalUnavailableException">Nobody knows: the store has not answered for too long.</exception>
    public IReadOnlyList<OpenSession> Of(Identity identity)
    {
        var (person, now) = (OpenSession.PersonOf(identity), clock.GetUtcNow());
        return
        [
            .. _list
                .All()
                .Where(session => session.Person == person && !session.IsOver(now))
                .OrderByDescending(session => session.Begun),
        ];
    }

    /// <summary>Ends somebody's sessions, also those that another node began a moment ago; on disk when this returns.</summary>
    /// <param name="which">Of their sessions; those of others are not looked at.</param>
    /// <returns>How many ended.</returns>
    /// <exception cref="JournalUnavailableException">None has ended.</exception>
    public int End(Identity identity, Func<OpenSession, bool> which)
    {
        var person = OpenSession.PersonOf(identity);
        return _list.Change(known =>
            (
                null,
                [.. known.Where(session => session.Person == person && which(session)).Select(session => session.Id)]
            )
        );
    }

    public void Dispose() => _list.Dispose();
}
