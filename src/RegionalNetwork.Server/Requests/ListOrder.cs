namespace RegionalNetwork.Server.Requests;

/// <summary>
/// The order of a connection's items, by texts that together tell each item from every other. A cursor is a place in this order
/// and not a number of items, so it keeps its place when items come and go, its own item included.
/// </summary>
/// <param name="name">Of the order. Its cursors carry it: one of another order is refused, not taken for a place in this one.</param>
/// <param name="parts">The most significant first.</param>
internal sealed class ListOrder<T>(string name, params SortPart<T>[] parts)
    where T : class
{
    public string CursorOf(T item)
    {
        var place = new string[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            place[i] = parts[i].TextOf(item);
        }

        return Cursors.Write(name, place);
    }

    /// <returns>The texts of the item that the cursor was made of; null for a cursor that is none of this order.</returns>
    public IReadOnlyList<string>? PlaceOf(string cursor) =>
        Cursors.Read(name, cursor) is { } place && place.Count == parts.Length ? place : null;

    /// <summary>How many items stand before a place; with <paramref name="isIncluded"/>, before it or at it.</summary>
    /// <param name="items">In this order.</param>
    public int CountBefore(IReadOnlyList<T> items, IReadOnlyList<string> place, bool isIncluded)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = Compare(items[middle], place);
            if (order < 0 || (order == 0 && isIncluded))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private int Compare(T item, IReadOnlyList<string> place)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            var order = string.CompareOrdinal(parts[i].TextOf(item), place[i]);
            if (order != 0)
            {
                return parts[i].IsDescending ? -order : order;
            }
        }

        return 0;
    }
}

/// <summary>One text that items are ordered by, by character code.</summary>
internal sealed record SortPart<T>(Func<T, string> TextOf, bool IsDescending)
{
    public static SortPart<T> Ascending(Func<T, string> textOf) => new(textOf, IsDescending: false);

    public static SortPart<T> Descending(Func<T, string> textOf) => new(textOf, IsDescending: true);
}
