using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.Server.Security.Sessions;

/// <summary>
/// The sessions that are open: a cookie whose session is not among them opens nothing, however genuine it is. Reads are of memory; the
/// store is opened with the first cookie, asked for a session that is not known here (another node may have begun it), and read again
/// when another process has changed it. All members may be called from any thread.
/// </summary>
/// <remarks>
/// What another process ended is ended here within <see cref="SecurityLimits.SessionsLook"/>. While the store does not answer, what is
/// known counts for <see cref="SecurityLimits.SessionsTrust"/>; then no session counts until it answers.
/// </remarks>
internal sealed class SessionRegister(Func<ISessionStore> open, TimeProvider clock) : IDisposable
{
    /// <summary>Held while the store is used, and for whatever is changed; whoever only reads does not wait for the store.</summary>
    private readonly Lock _changing = new();
    private readonly Lock _memory = new();
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);
    private Dictionary<string, OpenSession> _sessions = [];
    private ISessionStore? _store;
    private long _version;
    private long _lookedAt = long.MinValue;
    private long _failedAt = long.MinValue;

    /// <summary>A session begins. Where its person has as many as anybody may have, the oldest ends.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be put on the list, and has not begun.</exception>
    public void Begin(OpenSession session)
    {
        lock (_changing)
        {
            var store = Look();
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
            string[] ended = [.. over.Concat(crowdedOut).Select(one => one.Id).Distinct()];
            store.Change(session, ended);
            Remember(session, ended);
        }
    }

    /// <returns>Whether the session is open; then it counts as used in this hour.</returns>
    /// <exception cref="JournalUnavailableException">Nobody knows: the store has not answered for too long.</exception>
    public bool TryUse(string id)
    {
        Refresh();
        var session = Find(id);
        var now = clock.GetUtcNow();
        if (session is null || session.IsOver(now))
        {
            return false;
        }

        if (OpenSession.HourOf(now) > session.Used)
        {
            TryMark(session with { Used = OpenSession.HourOf(now) });
        }

        return true;
    }

    /// <returns>Somebody's open sessions, the latest first.</returns>
    public IReadOnlyList<OpenSession> Of(Identity identity)
    {
        Refresh();
        var (person, now) = (OpenSession.PersonOf(identity), clock.GetUtcNow());
        lock (_memory)
        {
            return
            [
                .. _sessions
                    .Values.Where(session => session.Person == person && !session.IsOver(now))
                    .OrderByDescending(session => session.Begun),
            ];
        }
    }

    /// <summary>Ends somebody's sessions, also those that another node began a moment ago; on disk when this returns.</summary>
    /// <param name="which">Of their sessions; those of others are not looked at.</param>
    /// <returns>How many ended.</returns>
    /// <exception cref="JournalUnavailableException">None has ended.</exception>
    public int End(Identity identity, Func<OpenSession, bool> which)
    {
        lock (_changing)
        {
            var store = Look();
            var person = OpenSession.PersonOf(identity);
            string[] ended =
            [
                .. _sessions
                    .Values.Where(session => session.Person == person && which(session))
                    .Select(session => session.Id),
            ];
            store.Change(begun: null, ended);
            Remember(begun: null, ended);
            return ended.Length;
        }
    }

    public void Dispose() => _store?.Dispose();

    /// <summary>Makes sure that what is in memory is not older than it may be. One caller looks; the others need not wait for it.</summary>
    private void Refresh()
    {
        if (IsWithin(Volatile.Read(ref _lookedAt), SecurityLimits.SessionsLook))
        {
            return;
        }

        var isGoodEnough = IsWithin(Volatile.Read(ref _lookedAt), SecurityLimits.SessionsTrust);
        if (isGoodEnough && IsWithin(Volatile.Read(ref _failedAt), SecurityLimits.SessionsLook))
        {
            return;
        }

        if (!isGoodEnough)
        {
            _changing.Enter();
        }
        else if (!_changing.TryEnter())
        {
            return;
        }

        try
        {
            if (!IsWithin(Volatile.Read(ref _lookedAt), SecurityLimits.SessionsLook))
            {
                _ = Look();
            }
        }
        catch (JournalUnavailableException) when (isGoodEnough)
        {
            // It is tried again soon, and refused when that goes on.
        }
        finally
        {
            _changing.Exit();
        }
    }

    /// <summary>What is not known here may have begun at another node; what was never there or has ended never begins.</summary>
    private OpenSession? Find(string id)
    {
        lock (_memory)
        {
            if (_sessions.TryGetValue(id, out var known) || _unknown.Contains(id))
            {
                return known;
            }
        }

        lock (_changing)
        {
            var found = Ask(store => store.Find(id));
            lock (_memory)
            {
                if (found is not null)
                {
                    _sessions[id] = found;
                    return found;
                }

                if (_unknown.Count >= SecurityLimits.Sessions)
                {
                    _unknown.Clear();
                }

                _unknown.Add(id);
                return null;
            }
        }
    }

    /// <summary>The store, and in memory what stands in it. Under the lock of changes.</summary>
    private ISessionStore Look()
    {
        Ask(store =>
        {
            // In this order: what changes between the two is read again.
            var version = store.Version();
            if (version != _version || _lookedAt == long.MinValue)
            {
                var sessions = store.Read().ToDictionary(session => session.Id, StringComparer.Ordinal);
                lock (_memory)
                {
                    _sessions = sessions;
                }
            }

            _version = version;
            Volatile.Write(ref _lookedAt, clock.GetUtcNow().UtcTicks);
            return 0;
        });
        return _store!;
    }

    /// <summary>A store that does not answer is not asked again at once: others would wait for it one after the other.</summary>
    private T Ask<T>(Func<ISessionStore, T> ask)
    {
        if (IsWithin(Volatile.Read(ref _failedAt), SecurityLimits.SessionsLook))
        {
            throw new JournalUnavailableException(
                JournalUnavailableReason.Unreachable,
                "The list of sessions cannot be read just now. Try again in a moment.",
                innerException: null
            );
        }

        try
        {
            return ask(_store ??= open());
        }
        catch (JournalUnavailableException)
        {
            Volatile.Write(ref _failedAt, clock.GetUtcNow().UtcTicks);
            throw;
        }
    }

    private void Remember(OpenSession? begun, string[] ended)
    {
        lock (_memory)
        {
            foreach (var id in ended)
            {
                _sessions.Remove(id);
            }

            if (begun is not null)
            {
                _sessions[begun.Id] = begun;
            }
        }
    }

    /// <summary>Nobody is refused, and nobody waits, because it cannot be written down just now that they were here.</summary>
    private void TryMark(OpenSession session)
    {
        if (!_changing.TryEnter())
        {
            return;
        }

        try
        {
            Ask(store =>
            {
                store.Mark(session.Id, session.Used);
                return 0;
            });
            lock (_memory)
            {
                // Not one that has ended meanwhile.
                if (_sessions.ContainsKey(session.Id))
                {
                    _sessions[session.Id] = session;
                }
            }
        }
        catch (JournalUnavailableException)
        {
            // It is written down with a later use, and at worst its person signs in again.
        }
        finally
        {
            _changing.Exit();
        }
    }

    private bool IsWithin(long since, TimeSpan time) =>
        since != long.MinValue && clock.GetUtcNow().UtcTicks - since < time.Ticks;
}
