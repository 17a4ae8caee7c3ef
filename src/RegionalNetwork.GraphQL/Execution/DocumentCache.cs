using System.Collections.Concurrent;

namespace RegionalNetwork.GraphQL.Execution;

/// <summary>
/// Valid documents by their text. A reader takes no lock; when it is full, what was not read since the last round goes
/// first (the CLOCK algorithm), so that a flood of new documents does not drive out the ones in use.
/// </summary>
/// <param name="maxCharacters">Of all documents together, in UTF-16 code units.</param>
internal sealed class DocumentCache(int maxDocuments, int maxCharacters)
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Queue<Entry> _clock = new();
    private readonly Lock _writer = new();
    private int _characters;

    public int Count => _entries.Count;

    public PreparedDocument? Find(string text)
    {
        if (!_entries.TryGetValue(text, out var entry))
        {
            return null;
        }

        if (!entry.WasRead)
        {
            entry.WasRead = true;
        }

        return entry.Document;
    }

    public void Add(string text, PreparedDocument document)
    {
        if (text.Length > maxCharacters || maxDocuments == 0)
        {
            return;
        }

        lock (_writer)
        {
            var entry = new Entry(text, document);
            if (!_entries.TryAdd(text, entry))
            {
                return;
            }

            _characters += text.Length;
            _clock.Enqueue(entry);
            while (_clock.Count > maxDocuments || _characters > maxCharacters)
            {
                Evict();
            }
        }
    }

    private void Evict()
    {
        var oldest = _clock.Dequeue();
        if (oldest.WasRead)
        {
            oldest.WasRead = false;
            _clock.Enqueue(oldest);
            return;
        }

        _entries.TryRemove(oldest.Text, out _);
        _characters -= oldest.Text.Length;
    }

    private sealed class Entry(string text, PreparedDocument document)
    {
        private volatile bool _wasRead;

        public string Text { get; } = text;

        public PreparedDocument Document { get; } = document;

        public bool WasRead
        {
            get => _wasRead;
            set => _wasRead = value;
        }
    }
}
