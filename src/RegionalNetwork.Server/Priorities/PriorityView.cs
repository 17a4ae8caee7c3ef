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
internal sealed record PriorityView(OwnerKind Kind, string Owner, Priority Priority)
{
    public const string PriorityType = "Priority";

    private const char Separator = ':';

    public string Id => NodeId.Of(PriorityType, $"{Kind}{Separator}{Owner}{Separator}{Priority.Id}");

    public int Rank => Priority.Rank;

    /// <summary>Of what the caller sees, one year's, by rank; without a year all, the latest year first.</summary>
    public static IReadOnlyList<PriorityView> Of(NetworkRequest request, OwnerKind kind, string owner, string? year)
    {
        var book = BookOf(request.Snapshot, kind, owner);
        return year is null
            ? [.. book.Years.Reverse().SelectMany(each => OfYear(request, kind, owner, book, each))]
            : [.. OfYear(request, kind, owner, book, year)];
    }

    public static PriorityBook BookOf(NetworkSnapshot snapshot, OwnerKind kind, string owner) =>
        kind == OwnerKind.Council
            ? snapshot.Councils.PrioritiesOf(owner)
            : snapshot.Networks.Find(owner)?.Priorities ?? PriorityBook.Empty;

    /// <returns>Null where there is none, and where the caller may not see it.</returns>
    public static PriorityView? Find(NetworkRequest request, PriorityKey key) =>
        BookOf(request.Snapshot, key.Kind, key.Owner).Find(key.Code) is { } priority
        && request.Sees(priority, PlaceOf(request.Snapshot, key.Kind, key.Owner))
            ? new PriorityView(key.Kind, key.Owner, priority)
            : null;

    private static IEnumerable<PriorityView> OfYear(
        NetworkRequest request,
        OwnerKind kind,
        string owner,
        PriorityBook book,
        string year
    )
    {
        var place = PlaceOf(request.Snapshot, kind, owner);
        return book.In(year)
            .Where(priority => request.Sees(priority, place))
            .Select(priority => new PriorityView(kind, owner, priority));
    }

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
