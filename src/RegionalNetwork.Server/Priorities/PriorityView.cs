using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Priorities;

/// <summary>Which kind of grain has a priority.</summary>
internal enum OwnerKind
{
    Council,
    Network,
}

/// <summary>A priority with its owner.</summary>
/// <param name="Owner">A council's nine-character code or a network's code.</param>
/// <param name="SeenRank">Place among what the caller sees of the owner's year; null where nobody has counted yet.</param>
internal sealed record PriorityView(OwnerKind Kind, string Owner, Priority Priority, int? SeenRank)
{
    public const string PriorityType = "Priority";

    public string Id => NodeId.Of(PriorityType, Kind.ToString(), Owner, Priority.Id);

    /// <summary>A rank among all would leave a gap, and so a trace, where a priority is hidden from the caller.</summary>
    public int RankFor(NetworkRequest request)
    {
        if (SeenRank is { } counted)
        {
            return counted;
        }

        var (year, place) = (Priority.Year, PlaceOf(request.Snapshot, Kind, Owner));
        return request
            .Visible(BookOf(request.Snapshot, Kind, Owner).In(year), place)
            .Count(seen => seen.Rank <= Priority.Rank);
    }

    /// <summary>Of what the caller sees, one year's, by rank; without a year all, the latest year first.</summary>
    public static PriorityView[] Of(NetworkRequest request, OwnerKind kind, string owner, string? year)
    {
        var book = BookOf(request.Snapshot, kind, owner);
        return year is null
            ? [.. book.Years.Reverse().SelectMany(each => Of(request, kind, owner, book.In(each), isWholeYear: true))]
            : Of(request, kind, owner, book.In(year), isWholeYear: true);
    }

    /// <summary>Of what the caller sees, some of one year's, by rank.</summary>
    public static PriorityView[] Of(
        NetworkRequest request,
        OwnerKind kind,
        string owner,
        IReadOnlyList<Priority> priorities
    ) => Of(request, kind, owner, priorities, isWholeYear: false);

    private static PriorityView[] Of(
        NetworkRequest request,
        OwnerKind kind,
        string owner,
        IReadOnlyList<Priority> priorities,
        bool isWholeYear
    )
    {
        // No query of objects here: a theme asks for the priorities of every council.
        var visible = request.Visible(priorities, PlaceOf(request.Snapshot, kind, owner));
        var views = new PriorityView[visible.Count];
        for (var i = 0; i < views.Length; i++)
        {
            views[i] = new PriorityView(kind, owner, visible[i], isWholeYear ? i + 1 : null);
        }

        return views;
    }

    public static PriorityBook BookOf(NetworkSnapshot snapshot, OwnerKind kind, string owner) =>
        kind == OwnerKind.Council
            ? snapshot.Councils.PrioritiesOf(owner)
            : snapshot.Networks.Find(owner)?.Priorities ?? PriorityBook.Empty;

    /// <returns>Null where there is none, and where the caller may not see it.</returns>
    public static PriorityView? Find(NetworkRequest request, PriorityKey key) =>
        BookOf(request.Snapshot, key.Kind, key.Owner).Find(key.Code) is { } priority
        && request.Sees(priority, PlaceOf(request.Snapshot, key.Kind, key.Owner))
            ? new PriorityView(key.Kind, key.Owner, priority, SeenRank: null)
            : null;

    private static Place PlaceOf(NetworkSnapshot snapshot, OwnerKind kind, string owner) =>
        kind == OwnerKind.Council ? Place.Council(owner) : snapshot.Networks.Find(owner)?.Place ?? Place.Network(owner);
}

/// <summary>What a priority's <c>id</c> says.</summary>
internal readonly record struct PriorityKey(OwnerKind Kind, string Owner, string Code)
{
    /// <param name="key">The key of a <see cref="NodeId"/> of a priority.</param>
    public static PriorityKey? Parse(string key) =>
        key.Split(':', 3) is [var kind, var owner, var code]
        && Enum.TryParse<OwnerKind>(kind, out var parsed)
        && Enum.IsDefined(parsed)
        && kind == parsed.ToString()
        && Identifier.IsValid(owner)
            ? new PriorityKey(parsed, owner, code)
            : null;
}
