using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.Server.Security.Sessions;

/// <summary>
/// The sessions that are open: a cookie whose session is not among them opens nothing, however genuine it is. Reads are of memory; the
/// file is read when it is opened, which the first cookie does, and again when another process has changed it. All members may be
/// called from any thread.
/// </summary>
internal sealed class SessionRegister(DirectoryInfo data, TimeProvider clock) : IDisposable
{
    private readonly Lock _gate = new();
    private Dictionary<string, OpenSession> _sessions = [];
    private SessionFile? _file;
    private long _version;
    private DateTimeOffset _lookedAt;

    /// <summary>A session begins. Where its person has as many as anybody may have, the oldest ends.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be put on the list, and has not begun.</exception>
    public void Begin(OpenSession session)
    {
        lock (_gate)
        {
            var file = Look();
            var now = clock.GetUtcNow();
            var over = _sessions.Values.Where(one => one.IsOver(now)).ToList();
            var open = _sessions.Values.Except(over).ToList();
            IEnumerable<OpenSession> crowdedOut =
            [
                .. open.Where(one => one.Person == session.Person)
                    .OrderByDescending(one => one.Begun)
                    .Skip(SecurityLimits.SessionsPerPerson - 1),
                .. open.OrderByDescending(one => one.Used).Skip(SecurityLimits.Sessions - 1),
            ];
            string[] ended = [.. over.Concat(crowdedOut).Select(one => one.Id)];
            file.Change(session, ended);
            Forget(ended);
            _sessions[session.Id] = session;
        }
    }

    /// <returns>Whether the session is open; then it counts as used in this hour.</returns>
    public bool TryUse(string id)
    {
        lock (_gate)
        {
            var file = Look();
            var now = clock.GetUtcNow();
            if (!_sessions.TryGetValue(id, out var session) || session.IsOver(now))
            {
                return false;
            }

            if (OpenSession.HourOf(now) > session.Used)
            {
                _sessions[id] = session with { Used = OpenSession.HourOf(now) };
                TryMark(file, _sessions[id]);
            }

            return true;
        }
    }

    /// <returns>Somebody's open sessions, the latest first.</returns>
    public IReadOnlyList<OpenSession> Of(Identity identity)
    {
        lock (_gate)
        {
            _ = Look();
            var (person, now) = (OpenSession.PersonOf(identity), clock.GetUtcNow());
            return
            [
                .. _sessions
                    .Values.Where(session => session.Person == person && !session.IsOver(now))
                    .OrderByDescending(session => session.Begun),
            ];
        }
    }

    /// <summary>Ends somebody's sessions, on disk when this returns.</summary>
    /// <param name="which">Of their sessions; those of others are not looked at.</param>
    /// <returns>How many ended.</returns>
    /// <exception cref="JournalUnavailableException">None has ended.</exception>
    public int End(Identity identity, Func<OpenSession, bool> which)
    {
        lock (_gate)
        {
            var file = Look();
            var person = OpenSession.PersonOf(identity);
            string[] ended =
            [
                .. _sessions
                    .Values.Where(session => session.Person == person && which(session))
                    .Select(session => session.Id),
            ];
            file.Change(begun: null, ended);
            Forget(ended);
            return ended.Length;
        }
    }

    public void Dispose() => _file?.Dispose();

    /// <summary>The file, and in memory what stands in it.</summary>
    private SessionFile Look()
    {
        var now = clock.GetUtcNow();
        if (_file is null)
        {
            _file = SessionFile.In(data);
            Read();
        }
        else if (now - _lookedAt >= SecurityLimits.SessionsLook)
        {
            if (_file.Version() != _version)
            {
                Read();
            }

            _lookedAt = now;
        }

        return _file;
    }

    private void Read()
    {
        // In this order: what changes between the two is read again.
        _version = _file!.Version();
        _sessions = _file.Read().ToDictionary(session => session.Id, StringComparer.Ordinal);
        _lookedAt = clock.GetUtcNow();
    }

    private void Forget(string[] ended)
    {
        foreach (var id in ended)
        {
            _sessions.Remove(id);
        }
    }

    /// <summary>Nobody is refused because it cannot be written down that they were here.</summary>
    private static void TryMark(SessionFile file, OpenSession session)
    {
        try
        {
            file.Mark(session.Id, session.Used);
        }
        catch (JournalUnavailableException)
        {
            // After a restart it counts as used an hour earlier, and at worst its person signs in again.
        }
    }
}
