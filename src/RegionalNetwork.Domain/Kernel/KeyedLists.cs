using System.Collections.Immutable;

namespace RegionalNetwork.Domain.Kernel;

/// <summary>
/// An index of a read model: for each key, the items that have it, in a fixed order. Immutable; a change makes the lists of its
/// keys anew and shares the rest. A read is one look-up and allocates nothing.
/// </summary>
/// <param name="keysOf">The keys under which an item is found, each once.</param>
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
        TKey[] left = before is null ? [] : [.. keysOf(before)];
        TKey[] joined = after is null ? [] : [.. keysOf(after)];
        var lists = _lists;
        if (before is not null && after is not null && order(before, after) == 0 && left.SequenceEqual(joined))
        {
            // The most frequent change, and there are many in a replay: the item stays where it is.
            return new KeyedLists<TKey, TItem>(
                keysOf,
                order,
                left.Aggregate(lists, (changed, key) => changed.SetItem(key, Swapped(changed[key], before, after)))
            );
        }

        foreach (var key in left)
        {
            lists = lists.SetItem(key, Without(lists[key], before!));
        }

        foreach (var key in joined)
        {
            lists = lists.SetItem(key, With(lists.GetValueOrDefault(key, []), after!));
        }

        return new KeyedLists<TKey, TItem>(keysOf, order, lists);
    }

    /// <summary>The index with all of these too, none of which is in it.</summary>
    public KeyedLists<TKey, TItem> WithAll(IEnumerable<TItem> items)
    {
        var joined = (from item in items from key in keysOf(item) group item by key).Select(group =>
        {
            TItem[] list = [.. this[group.Key], .. group];
            Array.Sort(list, order);
            return KeyValuePair.Create(group.Key, list);
        });
        return new KeyedLists<TKey, TItem>(keysOf, order, _lists.SetItems(joined));
    }

    private TItem[] Swapped(TItem[] list, TItem before, TItem after)
    {
        var swapped = (TItem[])list.Clone();
        swapped[Find(list, before)] = after;
        return swapped;
    }

    private TItem[] Without(TItem[] list, TItem item)
    {
        var at = Find(list, item);
        return [.. list.AsSpan(0, at), .. list.AsSpan(at + 1)];
    }

    private TItem[] With(TItem[] list, TItem item)
    {
        var at = Find(list, item);
        at = at < 0 ? ~at : at;
        return [.. list.AsSpan(0, at), item, .. list.AsSpan(at)];
    }

    private int Find(TItem[] list, TItem item) => Array.BinarySearch(list, item, Comparer<TItem>.Create(order));
}
