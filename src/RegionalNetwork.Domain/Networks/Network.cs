using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Priorities;

namespace RegionalNetwork.Domain.Networks;

/// <summary>A network of Principal Social Workers. Its councils are its members, not those of a region, and have dates.</summary>
public sealed record Network(
    string Id,
    NetworkLevel Level,
    NetworkDetails Details,
    Timeline<Membership> Memberships,
    PriorityBook Priorities
)
{
    /// <summary>Where a role is held that reaches this network: a national network is the nation's.</summary>
    public Place Place => Level == NetworkLevel.National ? Place.Nation : Place.Network(Id);

    /// <summary>The memberships on a day, in order of council code.</summary>
    public IReadOnlyList<Membership> MembersOn(DateOnly date) => Memberships.On(date);

    public bool IsMember(string council, DateOnly date)
    {
        foreach (var membership in MembersOn(date))
        {
            if (membership.Council == council)
            {
                return true;
            }
        }

        return false;
    }
}

/// <param name="Scope">Whose Principal Social Workers meet: children's services', adults', or both.</param>
/// <param name="RegionCode">The region that it coincides with in name, if any; it says nothing about who is a member.</param>
/// <param name="Mandate">On whose direction it acts, in words; paragraphs.</param>
/// <param name="Sponsors">Bodies that sponsor it, such as the regional ADCS and ADASS.</param>
public sealed record NetworkDetails(
    string Name,
    ServiceScope Scope,
    string? RegionCode,
    string? Mandate,
    IReadOnlyList<string> Sponsors
)
{
    internal bool SameAs(NetworkDetails other) =>
        (Name, Scope, RegionCode, Mandate) == (other.Name, other.Scope, other.RegionCode, other.Mandate)
        && Sponsors.SequenceEqual(other.Sponsors);
}

/// <param name="Council">Nine-character code, as it was on joining: a later recode does not change it.</param>
/// <param name="LeftOn">Last day, or null while it goes on.</param>
public sealed record Membership(string Council, DateOnly JoinedOn, DateOnly? LeftOn);

public enum NetworkLevel
{
    Regional,
    National,
}
