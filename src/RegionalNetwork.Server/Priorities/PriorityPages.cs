using System.Globalization;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Priorities;

/// <summary>Pages of one owner's priorities.</summary>
internal static class PriorityPages
{
    /// <summary>As many digits as the greatest rank: a text is in the order of its number.</summary>
    private const string RankFormat = "D4";

    private static readonly ListOrder<PriorityView> ByYearAndRank = new(
        "priorities",
        SortPart<PriorityView>.Descending(view => view.Priority.Year),
        SortPart<PriorityView>.Ascending(view =>
            // Pages are of whole years, so that each has been counted.
            view.SeenRank!.Value.ToString(RankFormat, CultureInfo.InvariantCulture)
        )
    );

    public static Page<PriorityView> Of(
        NetworkRequest request,
        OwnerKind kind,
        string owner,
        PrioritiesArguments arguments
    ) => Connections.Of(PriorityView.Of(request, kind, owner, arguments.Year), ByYearAndRank, arguments);
}

/// <param name="Year">Null for every year.</param>
internal sealed record PrioritiesArguments(string? Year, int? First, string? After, int? Last, string? Before)
    : PageArguments(First, After, Last, Before);
