using System.Collections.Immutable;

namespace RegionalNetwork.Domain.Kernel;

/// <summary>
/// An index of a read model: for each key, the items that have it, in a fixed order. Immutable; a change makes the lists of its
/// keys anew and shares the rest. A read is one look-up and allocates nothing.
/// </summary>
/// <param name="keysOf">The keys under which an item is found.</param>
/// <param name="order">A total order, so that equal items never change places.</param>
internal sealed class KeyedLists<TKey, TItem>(Func<TItem, IEnumerable<TKey>> keysOf, Comparison<TItem> order)
    where TKey : notnull
    where TItem : class
{
    private readonly ImmutableDictionary<TKey, TItem[]> _lists = ImmutableDictionary<TKey, TItem[]>.Empty;

    private KeyedLists(
        Func<TItem, IEnumerable<TKey>> keysOf,
        Comparison<TItem> order,
        ImmutableDictionary<TKey, TItem[]> lists
    )
        : this(keysOf, order) => _lists = lists;

    public IReadOnlyList<TItem> this[TKey key] => _lists.GetValueOrDefault(key, []);

    /// <summary>The index with <paramref name="after"/> in place of <paramref name="before"/>, either of which may be null.</summary>
    public KeyedLists<TKey, TItem> Replace(TItem? before, TItem? after)
    {
        var lists = _lists.ToBuilder();
        foreach (var key in before is null ? [] : keysOf(before))
        {
            lists[key] = Without(lists[key], before!);
        }

        foreach (var key in after is null ? [] : keysOf(after))
        {
            lists[key] = Inserted(lists.GetValueOrDefault(key, []), after!);
        }

        return new KeyedLists<TKey, TItem>(keysOf, order, lists.ToImmutable());
    }

    private static TItem[] Without(TItem[] list, TItem item)
    {
        var at = Array.FindIndex(list, one => ReferenceEquals(one, item));
        return [.. list.AsSpan(0, at), .. list.AsSpan(at + 1)];
    }

    private TItem[] Inserted(TItem[] list, TItem item)
    {
        var at = Array.BinarySearch(list, item, Comparer<TItem>.Create(order));
        return [.. list.AsSpan(0, at < 0 ? ~at : at), item, .. list.AsSpan(at < 0 ? ~at : at)];
    }
}
