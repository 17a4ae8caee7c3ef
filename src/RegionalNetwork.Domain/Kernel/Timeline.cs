namespace RegionalNetwork.Domain.Kernel;

/// <summary>
/// Things that hold from a day to a day, answered for any day: one prepared list for each stretch of days between two changes.
/// Immutable. The lists are prepared at the first read, since a replay makes many timelines that nobody reads; every later read
/// is a binary search and allocates nothing.
/// </summary>
/// <param name="items">In the order in which every list shall have them.</param>
/// <param name="from">First day.</param>
/// <param name="to">Last day, or null when there is none.</param>
public sealed class Timeline<T>(IReadOnlyList<T> items, Func<T, DateOnly> from, Func<T, DateOnly?> to)
{
    // Two readers may both prepare it: they make the same.
    private readonly Lazy<Stretches> _stretches = new(
        () => Prepared(items, from, to),
        LazyThreadSafetyMode.PublicationOnly
    );

    /// <summary>Everything, whenever it held.</summary>
    public IReadOnlyList<T> All => items;

    public IReadOnlyList<T> On(DateOnly date)
    {
        var stretches = _stretches.Value;
        var found = Array.BinarySearch(stretches.Starts, date);
        var stretch = found >= 0 ? found : ~found - 1;
        return stretch < 0 ? [] : stretches.Lists[stretch];
    }

    private static Stretches Prepared(IReadOnlyList<T> items, Func<T, DateOnly> from, Func<T, DateOnly?> to)
    {
        DateOnly[] starts =
        [
            .. items
                .Select(from)
                .Concat(items.Select(to).Where(last => last < DateOnly.MaxValue).Select(last => last!.Value.AddDays(1)))
                .Distinct()
                .Order(),
        ];
        return new Stretches(starts, [.. starts.Select(start => items.Where(item => Holds(item, start)).ToArray())]);

        bool Holds(T item, DateOnly date) => from(item) <= date && (to(item) is not { } last || date <= last);
    }

    private sealed record Stretches(DateOnly[] Starts, T[][] Lists);
}
