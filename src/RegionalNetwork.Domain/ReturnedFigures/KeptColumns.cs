using System.Collections.Concurrent;

namespace RegionalNetwork.Domain.ReturnedFigures;

/// <summary>
/// Columns made lately, with their order, intervals and sums, for whoever asks next with the same rights. Safe for any number of
/// readers.
/// </summary>
/// <remarks>
/// A column is found by everything that it is made of: the round, which is the very object and never changes, indicator, slice, and the
/// caller's <see cref="FigureRights"/> of this request. A changed agreement, membership, release or role gives other rights, a
/// compile gives another round, so nothing has to be made invalid and nothing stale is ever found. That an answer comes sooner
/// tells at most that somebody with exactly the same rights asked lately, who was told exactly the same: what was made for somebody
/// who sees more, or less, is never met.
/// </remarks>
internal sealed class KeptColumns
{
    private readonly Lock _turn = new();

    // Two generations: the older one goes when the younger is half of all. What is still asked for moves to the younger before.
    private volatile ConcurrentDictionary<Key, MaskedColumn> _younger = new();
    private volatile ConcurrentDictionary<Key, MaskedColumn> _older = new();

    private long _made;

    public int Count => _younger.Count + _older.Count;

    /// <summary>Columns that had to be made because none was found. What is found is not counted: that would cost each of them.</summary>
    public long Made => Interlocked.Read(ref _made);

    public MaskedColumn Of(RoundFigures round, int indicator, int slice, FigureRights rights)
    {
        var key = new Key(round, indicator, slice, rights);
        return _younger.TryGetValue(key, out var known) ? known
            : _older.TryGetValue(key, out known) ? Keep(key, known)
            : Make(key);
    }

    private MaskedColumn Make(in Key key)
    {
        Interlocked.Increment(ref _made);
        return Keep(key, new MaskedColumn(key.Round, key.Indicator, key.Slice, key.Rights));
    }

    private MaskedColumn Keep(Key key, MaskedColumn column)
    {
        lock (_turn)
        {
            if (_younger.Count >= Limits.ColumnsKept / 2)
            {
                (_older, _younger) = (_younger, new());
            }

            return _younger.GetOrAdd(key, column);
        }
    }

    private readonly record struct Key(RoundFigures Round, int Indicator, int Slice, FigureRights Rights);
}
