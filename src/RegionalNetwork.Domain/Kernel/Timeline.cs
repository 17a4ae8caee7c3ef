namespace RegionalNetwork.Domain.Kernel;

/// <summary>
/// Things that hold from a day to a day, answered for any day: one prepared list for each stretch of days between two changes.
/// Immutable; a read is a binary search and allocates nothing.
/// </summary>
public sealed class Timeline<T>
{
    private readonly DateOnly[] _starts;
    private readonly IReadOnlyList<T>[] _stretches;

    /// <param name="items">In the order in which every list shall have them.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day, or null when there is none.</param>
    public Timeline(IReadOnlyList<T> items, Func<T, DateOnly> from, Func<T, DateOnly?> to)
    {
        All = items;
        _starts =
        [
            .. items
                .Select(from)
                .Concat(items.Select(to).Where(last => last < DateOnly.MaxValue).Select(last => last!.Value.AddDays(1)))
                .Distinct()
                .Order(),
        ];
        _stretches =
        [
            .. _starts.Select(start =>
                (IReadOnlyList<T>)
                    [.. items.Where(item => from(item) <= start && (to(item) is not { } last || start <= last))]
            ),
        ];
    }

    /// <summary>Everything, whenever it held.</summary>
    public IReadOnlyList<T> All { get; }

    public IReadOnlyList<T> On(DateOnly date)
    {
        var found = Array.BinarySearch(_starts, date);
        var stretch = found >= 0 ? found : ~found - 1;
        return stretch < 0 ? [] : _stretches[stretch];
    }
}
