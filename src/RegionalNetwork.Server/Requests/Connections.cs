using RegionalNetwork.GraphQL.Binding;

namespace RegionalNetwork.Server.Requests;

/// <summary>Pages of lists: https://relay.dev/graphql/connections.htm#sec-Pagination-algorithm.</summary>
internal static class Connections
{
    /// <summary>The page that the arguments ask for: of what stands after the one cursor and before the other.</summary>
    /// <param name="all">In <paramref name="order"/>.</param>
    /// <exception cref="GraphQLFieldException">The arguments name no page.</exception>
    public static Page<T> Of<T>(IReadOnlyList<T> all, ListOrder<T> order, PageArguments arguments)
        where T : class
    {
        if (arguments is { First: not null, Last: not null })
        {
            throw new GraphQLFieldException(
                "Give \"first\" to go forward or \"last\" to go backward, not both.",
                "PAGE_DIRECTION_INVALID"
            );
        }

        var size = SizeOf(arguments);
        var start = arguments.After is { } after
            ? order.CountBefore(all, PlaceOf(order, after, "after", "endCursor"), isIncluded: true)
            : 0;
        var end = arguments.Before is { } before
            ? order.CountBefore(all, PlaceOf(order, before, "before", "startCursor"), isIncluded: false)
            : all.Count;
        // A `before` that stands ahead of `after` leaves nothing between them.
        var count = Math.Min(size, Math.Max(0, end - start));
        return new Page<T>(all, arguments.Last is null ? start : Math.Max(start, end) - count, count, order);
    }

    private static int SizeOf(PageArguments arguments)
    {
        var size = arguments.First ?? arguments.Last ?? RequestLimits.PageItemsDefault;
        return size is >= 0 and <= RequestLimits.PageItemsMax
            ? size
            : throw new GraphQLFieldException(
                $"Ask for 0 to {RequestLimits.PageItemsMax} items a page, not {size}.",
                "PAGE_SIZE_INVALID"
            );
    }

    private static IReadOnlyList<string> PlaceOf<T>(ListOrder<T> order, string cursor, string argument, string origin)
        where T : class =>
        order.PlaceOf(cursor)
        ?? throw new GraphQLFieldException(
            $"Give \"{argument}\" a cursor of this connection as it came, such as the \"{origin}\" of a page.",
            "CURSOR_INVALID"
        );
}
