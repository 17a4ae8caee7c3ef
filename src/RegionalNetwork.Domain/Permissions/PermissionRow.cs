using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Permissions;

/// <summary>What one role may see and do.</summary>
/// <param name="At">The kind of place that the role is held in.</param>
/// <param name="Sees">Tiers beside <see cref="Tier.Public"/>, which everybody sees.</param>
public sealed record PermissionRow(Role Role, PlaceKind At, IReadOnlyList<Tier> Sees, IReadOnlyList<Permission> May)
{
    internal TierSet SeesSet { get; } = new(Sees);

    internal PermissionSet MaySet { get; } = new(May);
}

/// <summary>Tiers, asked on every read of something unpublished: one bit each.</summary>
internal readonly struct TierSet(IEnumerable<Tier> tiers)
{
    private readonly int _bits = tiers.Aggregate(1 << (int)Tier.Public, (bits, tier) => bits | (1 << (int)tier));

    public bool Has(Tier tier) => (_bits & (1 << (int)tier)) != 0;
}

/// <summary>Permissions, one bit each.</summary>
internal readonly struct PermissionSet(IEnumerable<Permission> permissions)
{
    private readonly int _bits = permissions.Aggregate(0, (bits, permission) => bits | (1 << (int)permission));

    public bool Has(Permission permission) => (_bits & (1 << (int)permission)) != 0;
}
