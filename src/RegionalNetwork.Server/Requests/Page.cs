namespace RegionalNetwork.Server.Requests;

/// <summary>A page of a list in a stable order: https://relay.dev/graphql/connections.htm.</summary>
/// <param name="All">Every item, in the order.</param>
/// <param name="Start">Index of the page's first item in <paramref name="All"/>.</param>
internal sealed record Page<T>(IReadOnlyList<T> All, int Start, int Count, ListOrder<T> Order)
    where T : class
{
    public int TotalCount => All.Count;

    public Edge<T>[] Edges => Array.ConvertAll(Nodes, node => new Edge<T>(node, Order));

    public T[] Nodes => [.. All.Skip(Start).Take(Count)];

    public PageInfo PageInfo =>
        new(
            Start + Count < All.Count,
            Start > 0,
            Count == 0 ? null : Order.CursorOf(All[Start]),
            Count == 0 ? null : Order.CursorOf(All[Start + Count - 1])
        );
}

internal sealed record Edge<T>(T Node, ListOrder<T> Order)
    where T : class
{
    public string Cursor => Order.CursorOf(Node);
}

internal sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);

/// <summary>The arguments of a connection, to which a field may add its own.</summary>
internal record PageArguments(int? First, string? After, int? Last, string? Before);
