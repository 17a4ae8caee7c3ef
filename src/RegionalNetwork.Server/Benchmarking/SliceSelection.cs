using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Benchmarking;

/// <summary>Which combination of filter items a query means: the items that it names, and of every other filter the total.</summary>
internal static class SliceSelection
{
    private const string Total = "Total";

    /// <summary>Index of the slice, or -1 where the file has no row with this combination.</summary>
    public static int Find(IndicatorSource source, IReadOnlyList<DimensionItem> where)
    {
        // The common case: a file without filters has one slice.
        if (source.Dimensions.Count == 0 && where.Count == 0)
        {
            return 0;
        }

        RefuseUnknownDimensions(source, where);
        var items = source.Dimensions.Select(dimension => ItemOf(dimension, where)).ToArray();
        for (var slice = 0; slice < source.Slices.Count; slice++)
        {
            if (source.Slices[slice].Items.SequenceEqual(items))
            {
                return slice;
            }
        }

        return -1;
    }

    private static int ItemOf(Dimension dimension, IReadOnlyList<DimensionItem> where)
    {
        var named = where.LastOrDefault(item => Same(item.Dimension, dimension.Column));
        var index = IndexOf(dimension, named?.Item ?? Total);
        if (index >= 0)
        {
            return index;
        }

        if (named is null && dimension.Items.Count == 1)
        {
            return 0;
        }

        throw new GraphQLFieldException(
            named is null
                ? $"The filter {dimension.Column} has no total. Name one of its items in `where`: {List(dimension.Items)}."
                : $"The filter {dimension.Column} has no such item. Its items are: {List(dimension.Items)}.",
            "FILTER_ITEM_UNKNOWN"
        );
    }

    private static void RefuseUnknownDimensions(IndicatorSource source, IReadOnlyList<DimensionItem> where)
    {
        if (where.FirstOrDefault(item => !source.Dimensions.Any(d => Same(item.Dimension, d.Column))) is not null)
        {
            var columns = source.Dimensions.Select(dimension => dimension.Column).ToArray();
            throw new GraphQLFieldException(
                columns.Length == 0
                    ? "This publication has no filters: leave `where` out."
                    : $"This publication has no such filter. Its filters are: {List(columns)}.",
                "FILTER_UNKNOWN"
            );
        }
    }

    private static int IndexOf(Dimension dimension, string item)
    {
        for (var index = 0; index < dimension.Items.Count; index++)
        {
            if (Same(dimension.Items[index], item))
            {
                return index;
            }
        }

        return -1;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string List(IReadOnlyList<string> items)
    {
        const int ItemsNamedMax = 20;
        var named = string.Join(", ", items.Take(ItemsNamedMax));
        return items.Count > ItemsNamedMax ? $"{named} and {items.Count - ItemsNamedMax} more" : named;
    }
}
