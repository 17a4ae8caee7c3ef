using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.Server.Security.Sessions;

/// <summary>
/// The sessions that are written down, in memory. The store is opened when it is first needed, asked for a session that is not known here
/// (another node may have begun it), and read again when another process has changed it. All members may be called from any thread.
/// </summary>
/// <remarks>
/// What another process ended is gone here within <see cref="SecurityLimits.SessionsLook"/>. While the store does not answer, what is
/// known counts for <see cref="SecurityLimits.SessionsTrust"/>; after that each member throws a
/// <see cref="JournalUnavailableException"/> until it answers.
/// </remarks>
internal sealed class SessionList(Func<ISessionStore> open, TimeProvider clock) : IDisposable
{
    /// <summary>Held while the store is used, and for whatever is changed.</summary>
    private readonly Lock _changing = new();
    private readonly Lock _memory = new();
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);
    private Dictionary<string, OpenSession> _sessions = [];
    private ISessionStore? _store;
    private long _version;
    private long _lookedAt = long.MinValue;
    private long _failedAt = long.MinValue;

    public IReadOnlyList<OpenSession> All()
    {
        Refresh();
        lock (_memory)
        {
            return [.. _sessions.Values];
        }
    }

    /// <summary>What is not known here may have begun at another node; what was never there or has ended never begins.</summary>
    /// <returns>Null where it is on no list.</returns>
    public OpenSession? Find(string id)
    {
        Refresh();
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

    /// <summary>Changes the list as somebody decides who sees all that is on it now; on disk when this returns.</summary>
    /// <param name="decide">Which session begins, if one does, and the ids of those that end.</param>
    /// <returns>How many ended.</returns>
    public int Change(Func<IReadOnlyCollection<OpenSession>, (OpenSession? Begun, string[] Ended)> decide)
    {
        lock (_changing)
        {
            Look();
            var (begun, ended) = decide(_sessions.Values);
            Ask(store =>
            {
                store.Change(begun, ended);
                return 0;
            });
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

            return ended.Length;
        }
    }

    /// <summary>Nobody is refused, and nobody waits, because it cannot be written down just now that they were here.</summary>
    public void TryMark(OpenSession session)
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

    public void Dispose() => _store?.Dispose();

    /// <summary>Makes sure that what is in memory is not older than it may be. One caller looks; the others wait for it, not for long.</summary>
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
        else if (!_changing.TryEnter(SecurityLimits.SessionsWait))
        {
            // The store is slow to answer whoever looks.
            return;
        }

        try
        {
            if (!IsWithin(Volatile.Read(ref _lookedAt), SecurityLimits.SessionsLook))
            {
                Look();
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

    /// <summary>Under the lock of changes.</summary>
    private void Look() =>
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

    private bool IsWithin(long since, TimeSpan time) =>
        since != long.MinValue && clock.GetUtcNow().UtcTicks - since < time.Ticks;
}
