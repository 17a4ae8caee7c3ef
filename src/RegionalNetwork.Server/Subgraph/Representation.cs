namespace RegionalNetwork.Server.Subgraph;

/// <summary>
/// A reference to an object, as a router sends it: <c>_Any</c>. What it says beside these is not needed here and not kept.
/// </summary>
/// <param name="Type">Its <c>__typename</c>; null where it has none, or none that is text.</param>
/// <param name="Id">Null where it has none, or none that is text. Likewise <paramref name="Code"/>.</param>
internal sealed record Representation(string? Type, string? Id, string? Code)
{
    public const string TypeField = "__typename";
    public const string IdField = "id";
    public const string CodeField = "code";

    /// <summary>Anything that is no object at all.</summary>
    public static Representation Unreadable { get; } = new(null, null, null);
}
