using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Workstreams;

namespace RegionalNetwork.Domain.Audiences;

/// <summary>
/// The audience function: who sees what is not public. Beside <see cref="PermissionTable"/> it is the only place that says so.
/// Authorised on network, council, scope, tier and purpose together, never on a role alone.
/// </summary>
public sealed record AudienceRules(NetworkDirectory Networks, ISharingAgreements Agreements, DateOnly Today)
{
    /// <param name="actor">Null for nobody in particular.</param>
    /// <param name="owner">The council or network whose priority it is.</param>
    public Sight See(Actor? actor, Priority priority, Place owner)
    {
        if (priority.Audience == Audience.Public)
        {
            return Sight.Open;
        }

        var tier =
            priority.Audience == Audience.Network || owner.Kind != PlaceKind.Council ? NamedIn(owner)
            : priority.Status == PriorityStatus.Proposed ? Tier.CouncilDraft
            : Tier.CouncilApproved;
        return See(actor, new Exposure(priority.Audience, tier, owner, SharedSubject.Priorities, priority.Since));
    }

    /// <summary>A workstream is for its network's members and for the councils that take or took part, whoever they are.</summary>
    public Sight See(Actor? actor, Workstream workstream)
    {
        if (workstream.Audience == Audience.Public)
        {
            return Sight.Open;
        }

        foreach (var grant in actor?.Grants ?? [])
        {
            if (
                grant.Place.Kind == PlaceKind.Council
                && grant.Sees(Tier.NetworkNamed)
                && workstream.HasParticipated(grant.Place.Code)
            )
            {
                return grant.BreakGlassReason is null ? Sight.Own : Sight.BrokenGlass;
            }
        }

        // Without a network it is its owner's and the participants' alone.
        var audience = workstream.Network is null ? Audience.Owner : Audience.Network;
        return See(
            actor,
            new Exposure(
                audience,
                NamedIn(workstream.Place),
                workstream.Place,
                SharedSubject.Workstreams,
                DateOnly.MinValue
            )
        );
    }

    /// <param name="thing">Not public.</param>
    public Sight See(Actor? actor, in Exposure thing)
    {
        var best = Sight.Hidden;
        foreach (var grant in actor?.Grants ?? [])
        {
            var sight = See(grant, thing);
            if (sight is Sight.Own)
            {
                return sight;
            }

            // A right given in order counts before one that was taken.
            best =
                best is Sight.Shared ? best
                : sight is Sight.Hidden ? best
                : sight;
        }

        return best;
    }

    private static Tier NamedIn(Place owner) =>
        owner.Kind == PlaceKind.Nation ? Tier.NationalAggregate : Tier.NetworkNamed;

    private Sight See(Grant grant, in Exposure thing)
    {
        if (!grant.Sees(thing.Tier))
        {
            return Sight.Hidden;
        }

        if (grant.BreakGlassReason is not null)
        {
            return grant.Place.Covers(thing.Owner) ? Sight.BrokenGlass : Sight.Hidden;
        }

        if (grant.Place.Covers(thing.Owner))
        {
            return Sight.Own;
        }

        return thing.Audience != Audience.Network ? Sight.Hidden
            : thing.Owner.Kind == PlaceKind.Network ? SeeNetworks(grant.Place, thing)
            : IsShared(grant.Place, thing) ? Sight.Shared
            : Sight.Hidden;
    }

    /// <summary>What is a network's own is for its members: those of that day, and those of today.</summary>
    private Sight SeeNetworks(Place viewer, in Exposure thing) =>
        viewer.Kind == PlaceKind.Council
        && Networks.Find(thing.Owner.Code) is { } network
        && (network.IsMember(viewer.Code, thing.Since) || network.IsMember(viewer.Code, Today))
            ? Sight.Own
            : Sight.Hidden;

    /// <summary>A council's named data: in one network both were members on the day, and both are party to its agreement now.</summary>
    private bool IsShared(Place viewer, in Exposure thing)
    {
        var council = thing.Owner.Code;
        foreach (var network in Networks.OfCouncil(council))
        {
            if (
                network.IsMember(council, thing.Since)
                && Agreements.Cover(network.Id, council, thing.Subject, Today)
                && IsParty(viewer, network, thing)
            )
            {
                return true;
            }
        }

        return false;
    }

    private bool IsParty(Place viewer, Network network, in Exposure thing) =>
        viewer.Kind switch
        {
            PlaceKind.Network => viewer.Code == network.Id,
            PlaceKind.Council => network.IsMember(viewer.Code, thing.Since)
                && Agreements.Cover(network.Id, viewer.Code, thing.Subject, Today),
            _ => false,
        };
}
