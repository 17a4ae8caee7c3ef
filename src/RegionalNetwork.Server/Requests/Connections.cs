using System.Text;
using System.Text.Unicode;
using RegionalNetwork.GraphQL.Binding;

namespace RegionalNetwork.Server.Requests;

/// <summary>A page of a list in a stable order: https://relay.dev/graphql/connections.htm.</summary>
/// <param name="First">Index of the page's first item in <paramref name="All"/>.</param>
internal sealed record Page<T>(IReadOnlyList<T> All, int First, int Count, Func<T, string> CursorOf)
    where T : class
{
    public int TotalCount => All.Count;

    public IReadOnlyList<Edge<T>> Edges => [.. Nodes.Select(node => new Edge<T>(CursorOf(node), node))];

    public IReadOnlyList<T> Nodes => [.. All.Skip(First).Take(Count)];

    public PageInfo PageInfo =>
        new(
            First + Count < All.Count,
            First > 0,
            Count == 0 ? null : CursorOf(All[First]),
            Count == 0 ? null : CursorOf(All[First + Count - 1])
        );
}

internal sealed record Edge<T>(string Cursor, T Node);

internal sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);

/// <summary>The arguments of a connection.</summary>
internal sealed record PageArguments(int First, string? After);

internal static class Connections
{
    public const int PageItemsMax = 100;

    /// <summary>
    /// The page after a cursor. A cursor holds the sort key of its item, so it keeps its place when items come and go.
    /// </summary>
    /// <param name="all">In ascending order of <paramref name="sortKey"/> by character code.</param>
    public static Page<T> Of<T>(IReadOnlyList<T> all, Func<T, string> sortKey, int first, string? after)
        where T : class
    {
        if (first is < 1 or > PageItemsMax)
        {
            throw new GraphQLFieldException(
                $"Ask for 1 to {PageItemsMax} items a page, not {first}.",
                "PAGE_SIZE_INVALID"
            );
        }

        var start = after is null ? 0 : IndexAfter(all, sortKey, Decode(after));
        var count = Math.Min(first, all.Count - start);
        return new Page<T>(all, start, count, item => Encode(sortKey(item)));
    }

    private static int IndexAfter<T>(IReadOnlyList<T> all, Func<T, string> sortKey, string key)
    {
        var (low, high) = (0, all.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(sortKey(all[middle]), key) <= 0)
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

    private static string Encode(string key) => Convert.ToBase64String(Encoding.UTF8.GetBytes(key));

    private static string Decode(string cursor)
    {
        var bytes = new byte[cursor.Length];
        return
            Convert.TryFromBase64String(cursor, bytes, out var length) && Utf8.IsValid(bytes.AsSpan(0, length))
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw new GraphQLFieldException("Pass a cursor as it came, as `after`.", "CURSOR_INVALID");
    }
}
