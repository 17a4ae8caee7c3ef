using System.Globalization;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Auditing;

/// <summary>A page of records that stand on disk in the order of their numbers, which only grow: a number is a cursor.</summary>
/// <param name="HasNextPage">Whether there are more in the same direction.</param>
internal sealed record AuditPage<T>(IReadOnlyList<AuditEdge<T>> Edges, bool HasNextPage, bool HasPreviousPage)
    where T : class
{
    public T[] Nodes => [.. Edges.Select(edge => edge.Node)];

    public PageInfo PageInfo =>
        new(
            HasNextPage,
            HasPreviousPage,
            Edges is [var first, ..] ? first.Cursor : null,
            Edges is [.., var last] ? last.Cursor : null
        );
}

internal sealed record AuditEdge<T>(string Cursor, T Node)
    where T : class;

/// <summary>The arguments of a page of records.</summary>
internal sealed record AuditPageArguments(int First, string? After)
{
    public int Size =>
        First is > 0 and <= RequestLimits.PageItemsMax
            ? First
            : throw new GraphQLFieldException(
                $"Ask for 1 to {RequestLimits.PageItemsMax} items a page, not {First}.",
                "PAGE_SIZE_INVALID"
            );

    /// <summary>Null for the first page.</summary>
    public long? Number =>
        After is null ? null
        : long.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new GraphQLFieldException(
            "Give \"after\" a cursor of this connection as it came, such as the \"endCursor\" of a page.",
            "CURSOR_INVALID"
        );

    /// <param name="entries">One more than <see cref="Size"/> where there are more.</param>
    public AuditPage<T> PageOf<TEntry, T>(
        IReadOnlyList<TEntry> entries,
        Func<TEntry, long> numberOf,
        Func<TEntry, T> nodeOf
    )
        where T : class =>
        new(
            [
                .. entries
                    .Take(Size)
                    .Select(entry => new AuditEdge<T>(
                        numberOf(entry).ToString(CultureInfo.InvariantCulture),
                        nodeOf(entry)
                    )),
            ],
            entries.Count > Size,
            After is not null
        );
}
