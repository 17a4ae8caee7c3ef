using System.Collections.Concurrent;
using RegionalNetwork.Server.GraphQLHttp.RateLimiting;

namespace RegionalNetwork.Server.GraphQLHttp.Documents;

/// <summary>
/// Documents by their hash, for as long as there is room. When it is full, whoever has the most stored loses one of their own:
/// those who store little keep theirs, however much somebody else stores. Of one registrant's documents those go first that
/// nobody has asked for since the last round (the CLOCK algorithm). A reader takes no lock.
/// </summary>
/// <param name="maxCharacters">Of all documents together, in UTF-16 code units.</param>
internal sealed class PersistedDocuments(int maxDocuments, int maxCharacters)
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<CallerKey, Share> _shares = [];
    private readonly Lock _writer = new();
    private int _documents;
    private int _characters;

    public string? Find(string hash)
    {
        if (!_entries.TryGetValue(hash, out var entry))
        {
            return null;
        }

        if (!entry.WasRead)
        {
            entry.WasRead = true;
        }

        return entry.Text;
    }

    /// <param name="text">A valid document, which has this hash.</param>
    public void Add(string hash, string text, CallerKey registrant)
    {
        if (text.Length > maxCharacters || maxDocuments == 0)
        {
            return;
        }

        lock (_writer)
        {
            if (_entries.ContainsKey(hash))
            {
                return;
            }

            if (!_shares.TryGetValue(registrant, out var share))
            {
                _shares.Add(registrant, share = new Share());
            }

            // Counted before there is room for it, so that its registrant is who gives way when they have the most.
            Count(share, 1, text.Length);
            while (_documents > maxDocuments)
            {
                EvictOf(Largest(candidate => candidate.Documents));
            }

            while (_characters > maxCharacters)
            {
                EvictOf(Largest(candidate => candidate.Characters));
            }

            var entry = new Entry(hash, text);
            share.Clock.Enqueue(entry);
            _entries[hash] = entry;
        }
    }

    private KeyValuePair<CallerKey, Share> Largest(Func<Share, int> measure) =>
        _shares.Where(candidate => candidate.Value.Clock.Count > 0).MaxBy(candidate => measure(candidate.Value));

    private void EvictOf(KeyValuePair<CallerKey, Share> largest)
    {
        var clock = largest.Value.Clock;
        while (clock.Peek().WasRead)
        {
            var spared = clock.Dequeue();
            spared.WasRead = false;
            clock.Enqueue(spared);
        }

        var evicted = clock.Dequeue();
        _entries.TryRemove(evicted.Hash, out _);
        Count(largest.Value, -1, -evicted.Text.Length);
        if (largest.Value.Documents == 0)
        {
            _shares.Remove(largest.Key);
        }
    }

    private void Count(Share share, int documents, int characters)
    {
        share.Documents += documents;
        share.Characters += characters;
        _documents += documents;
        _characters += characters;
    }

    /// <summary>What one registrant has stored, oldest first.</summary>
    private sealed class Share
    {
        public Queue<Entry> Clock { get; } = new();

        public int Documents { get; set; }

        public int Characters { get; set; }
    }

    private sealed class Entry(string hash, string text)
    {
        private volatile bool _wasRead;

        public string Hash { get; } = hash;

        public string Text { get; } = text;

        public bool WasRead
        {
            get => _wasRead;
            set => _wasRead = value;
        }
    }
}
