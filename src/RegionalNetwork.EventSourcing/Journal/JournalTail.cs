using System.Runtime.CompilerServices;

namespace RegionalNetwork.EventSourcing.Journal;

/// <summary>
/// Follows a journal for many readers at once. The newest entries are read once and kept for all; who is further behind reads
/// the journal itself. A reader is asked for nothing and holds nothing up: it takes entries at its own pace.
/// </summary>
public sealed class JournalTail(IJournal journal) : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1);
    private Window _window = new([], journal.Head);

    /// <summary>
    /// Every entry after a position, in order, each once, without gaps: first those that are there, then those to come.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The journal was closed.</exception>
    public async IAsyncEnumerable<JournalEntry> FollowAsync(
        JournalPosition after,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        while (true)
        {
            await journal.WaitForAsync(after.Next, cancellationToken);
            var entries = await ReadAsync(after, cancellationToken);
            foreach (var entry in entries)
            {
                cancellationToken.ThrowIfCancellationRequested();
                after = entry.Position;
                yield return entry;
            }
        }
    }

    public void Dispose() => _reading.Dispose();

    private async ValueTask<IReadOnlyList<JournalEntry>> ReadAsync(
        JournalPosition after,
        CancellationToken cancellationToken
    )
    {
        var window = Volatile.Read(ref _window);
        if (after < window.Last)
        {
            return window.After(after) is { } kept
                ? kept
                : await journal.ReadAllAsync(after, Limits.TailPageEntries, cancellationToken);
        }

        await _reading.WaitAsync(cancellationToken);
        try
        {
            // Another reader may have read on in the meantime.
            window = _window;
            if (after < window.Last && window.After(after) is { } known)
            {
                return known;
            }

            var entries = await journal.ReadAllAsync(after, Limits.TailPageEntries, cancellationToken);
            if (after >= window.Last && entries.Count > 0)
            {
                Volatile.Write(ref _window, window.With(after, entries));
            }

            return entries;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Consecutive entries up to <paramref name="Last"/>.</summary>
    private sealed record Window(JournalEntry[] Entries, JournalPosition Last)
    {
        /// <summary>Null where the window begins later.</summary>
        public ArraySegment<JournalEntry>? After(JournalPosition after)
        {
            var missing = Last.Value - after.Value;
            if (missing > Entries.Length)
            {
                return null;
            }

            return new ArraySegment<JournalEntry>(Entries, Entries.Length - (int)missing, (int)missing);
        }

        /// <summary>Keeps the newest within the limits. What does not join on begins anew.</summary>
        public Window With(JournalPosition after, IReadOnlyList<JournalEntry> read)
        {
            JournalEntry[] all = after == Last ? [.. Entries, .. read] : [.. read];
            var first = all.Length;
            var bytes = 0L;
            while (first > 0 && all.Length - first < Limits.TailEntries)
            {
                bytes += all[first - 1].Payload.Length;
                if (bytes > Limits.TailPayloadBytes)
                {
                    break;
                }

                first--;
            }

            return new Window(all[first..], all[^1].Position);
        }
    }
}
