using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>
/// Where the parts of an indicator stand that is read at fixed items of the filters. A part of several slices is their sum: a group
/// of people that the file shows as several.
/// </summary>
/// <param name="Numerator">Indexes into the vintage's slices.</param>
/// <param name="ReferenceNumerator">Of the group that is compared with; empty where none is.</param>
internal sealed record PinnedSlices(
    IReadOnlyList<int> Numerator,
    IReadOnlyList<int> Denominator,
    IReadOnlyList<int> ReferenceNumerator,
    IReadOnlyList<int> ReferenceDenominator
)
{
    private const string Total = "Total";

    /// <summary>Null where the vintage lacks one of the slices.</summary>
    public static PinnedSlices? Find(IndicatorDefinition definition, Vintage vintage)
    {
        var (above, below) = (definition.Where, definition.DenominatorWhere ?? definition.Where);
        var groups = definition.Groups;
        var slices = groups is null
            ? new PinnedSlices(Slices(above, []), Slices(below, []), [], [])
            : new PinnedSlices(
                Slices(above, ItemsOf(groups)),
                Slices(below, ItemsOf(groups)),
                Slices(above, [new SliceItem(groups.Dimension, groups.Reference)]),
                Slices(below, [new SliceItem(groups.Dimension, groups.Reference)])
            );
        return slices.All.Contains(-1) ? null : slices;

        IReadOnlyList<int> Slices(IReadOnlyList<SliceItem> where, IReadOnlyList<SliceItem> alternatives) =>
            alternatives.Count == 0
                ? [SliceAt(vintage, where)]
                : [.. alternatives.Select(item => SliceAt(vintage, [.. where, item]))];
    }

    /// <summary>One after another, in the order of the parts.</summary>
    public IReadOnlyList<int> All => [.. Numerator, .. Denominator, .. ReferenceNumerator, .. ReferenceDenominator];

    private static IReadOnlyList<SliceItem> ItemsOf(GroupComparison groups) =>
        groups.Items.Count == 0
            ? [new SliceItem(groups.Dimension, groups.Group)]
            : [.. groups.Items.Select(item => new SliceItem(groups.Dimension, item))];

    private static int SliceAt(Vintage vintage, IReadOnlyList<SliceItem> where)
    {
        if (!where.All(item => vintage.Dimensions.Any(dimension => Same(dimension.Column, item.Dimension))))
        {
            return -1;
        }

        int[] items = [.. vintage.Dimensions.Select(dimension => ItemOf(dimension, where))];
        for (var slice = 0; slice < vintage.Slices.Count; slice++)
        {
            if (vintage.Slices[slice].Items.SequenceEqual(items))
            {
                return slice;
            }
        }

        return -1;
    }

    private static int ItemOf(Dimension dimension, IReadOnlyList<SliceItem> where)
    {
        var name = where.LastOrDefault(item => Same(item.Dimension, dimension.Column))?.Item ?? Total;
        for (var item = 0; item < dimension.Items.Count; item++)
        {
            if (Same(dimension.Items[item], name))
            {
                return item;
            }
        }

        return -1;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
