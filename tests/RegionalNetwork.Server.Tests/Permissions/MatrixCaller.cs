using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Server.Security;
using static RegionalNetwork.Server.Tests.Permissions.MatrixPlaces;

namespace RegionalNetwork.Server.Tests.Permissions;

/// <summary>Who asks: somebody in one role of the table, somebody without a role, or nobody.</summary>
/// <param name="Actor">Null for nobody.</param>
/// <param name="Role">Null for nobody and for somebody without a role.</param>
internal sealed record MatrixCaller(string Name, Actor? Actor, Role? Role)
{
    public static MatrixCaller Nobody { get; } = new("nobody", null, null);

    /// <summary>Signed in, known to nobody.</summary>
    public static MatrixCaller Stranger { get; } = new("stranger", new Actor("test:stranger", []), null);

    public bool IsSignedIn => Actor is not null;

    public Caller Caller => Actor is null ? Caller.Anonymous : Caller.Assuming(Actor);

    public static MatrixCaller In(Role role, ApprovedTable table)
    {
        var name = Roles.NameOf(role);
        return new MatrixCaller(name, new Actor($"test:{name}", [new Grant(role, PlaceAt(table.HeldAt(role)))]), role);
    }

    /// <summary>Every role of the table, somebody without a role, and nobody.</summary>
    public static IReadOnlyList<MatrixCaller> All(ApprovedTable table) =>
        [.. Enum.GetValues<Role>().Select(role => In(role, table)), Stranger, Nobody];

    public bool May(ApprovedTable table, Permission permission, Place place) =>
        Role is { } role && table.May(role, permission, PlaceAt(table.HeldAt(role)), place);

    public bool MayAnywhere(ApprovedTable table, Permission permission) =>
        Role is { } role && table.MayAnywhere(role, permission);

    public bool IsHeldAt(ApprovedTable table, params ReadOnlySpan<PlaceKind> kinds) =>
        Role is { } role && kinds.Contains(table.HeldAt(role));
}
