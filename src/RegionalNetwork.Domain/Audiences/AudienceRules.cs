using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Narratives;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Workstreams;

namespace RegionalNetwork.Domain.Audiences;

/// <summary>
/// The audience function: who sees what is not public. Beside <see cref="PermissionTable"/> it is the only place that says so.
/// Authorised on network, council, scope, tier and purpose together, never on a role alone. One is made for one caller in one
/// snapshot and asked by one thread: it remembers its last answer, since the things of a list are mostly alike.
/// </summary>
/// <param name="actor">Null for nobody in particular.</param>
public sealed class AudienceRules(
    Actor? actor,
    NetworkDirectory networks,
    ISharingAgreements agreements,
    DateOnly today
)
{
    private Exposure _lastThing;
    private Sight? _lastSight;

    /// <param name="owner">The council or network whose priority it is.</param>
    public Sight See(Priority priority, Place owner)
    {
        if (priority.Audience == Audience.Public)
        {
            return Sight.Open;
        }

        var tier =
            priority.Audience == Audience.Network || owner.Kind != PlaceKind.Council ? NamedIn(owner)
            : priority.Status == PriorityStatus.Proposed ? Tier.CouncilDraft
            : Tier.CouncilApproved;
        return See(new Exposure(priority.Audience, tier, owner, SharedSubject.Priorities, priority.Since));
    }

    /// <param name="council">Nine-character code of the council that wrote it.</param>
    public Sight See(Narrative narrative, string council)
    {
        if (narrative.Audience == Audience.Public)
        {
            return Sight.Open;
        }

        var owner = Place.Council(council);
        var tier = narrative.Audience == Audience.Network ? Tier.NetworkNamed : Tier.CouncilApproved;
        return See(
            new Exposure(narrative.Audience, tier, owner, SharedSubject.Figures, narrative.Since)
            {
                Indicator = narrative.Indicator,
            }
        );
    }

    /// <summary>A workstream is for its network's members and for the councils that take or took part, whoever they are.</summary>
    public Sight See(Workstream workstream)
    {
        if (workstream.Audience == Audience.Public)
        {
            return Sight.Open;
        }

        // Without a network it is its owner's and the participants' alone.
        var audience = workstream.Network is null ? Audience.Owner : Audience.Network;
        var exposure = new Exposure(
            audience,
            NamedIn(workstream.Place),
            workstream.Place,
            SharedSubject.Workstreams,
            DateOnly.MinValue
        );
        var sight = See(exposure);
        return sight == Sight.Own ? sight : SeeAsParticipant(workstream) ?? sight;
    }

    /// <summary>A return as it was entered is for the council's own people of its service; what others see of it is compiled.</summary>
    public Sight See(CouncilReturn one) => SeeReturn(one.Key.Unit.Councils, one.Scope);

    /// <summary>The same by whose return it is.</summary>
    /// <param name="councils">Nine-character codes of the reporting unit.</param>
    public Sight SeeReturn(IReadOnlyList<string> councils, ServiceScope scope)
    {
        var best = Sight.Hidden;
        for (var i = 0; i < actor?.Grants.Count; i++)
        {
            var grant = actor.Grants[i];
            if (
                grant.Sees(Tier.CouncilDraft)
                && PermissionTable.Overlap(grant.Scope, scope)
                && CoversOne(grant.Place, councils)
            )
            {
                if (grant.BreakGlassReason is null)
                {
                    return Sight.Own;
                }

                best = Sight.BrokenGlass;
            }
        }

        return best;
    }

    /// <summary>Whether the caller sees sums of England (<see cref="Tier.NationalAggregate"/>) or of a region. A role in a region sees
    /// that region's alone.</summary>
    /// <param name="area">Nine-character code.</param>
    public bool SeesTotals(Tier tier, string area)
    {
        for (var i = 0; i < actor?.Grants.Count; i++)
        {
            var grant = actor.Grants[i];
            if (
                grant.BreakGlassReason is null
                && grant.Sees(tier)
                && (grant.Place.Kind != PlaceKind.Region || tier != Tier.RegionalAggregate || grant.Place.Code == area)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Sums of a network are for who has a role in it or in the nation, and for its members of that day and of today.</summary>
    public bool SeesTotalsOf(Network network, DateOnly on)
    {
        for (var i = 0; i < actor?.Grants.Count; i++)
        {
            var grant = actor.Grants[i];
            if (
                grant.BreakGlassReason is null
                && grant.Sees(Tier.RegionalAggregate)
                && (
                    grant.Place.Covers(network.Place)
                    || grant.Place.Kind == PlaceKind.Nation
                    || (
                        grant.Place.Kind == PlaceKind.Council
                        && (network.IsMember(grant.Place.Code, on) || network.IsMember(grant.Place.Code, today))
                    )
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="thing">Not public.</param>
    public Sight See(in Exposure thing)
    {
        if (_lastSight is { } known && thing == _lastThing)
        {
            return known;
        }

        var sight = Decide(thing);
        (_lastThing, _lastSight) = (thing, sight);
        return sight;
    }

    private Sight? SeeAsParticipant(Workstream workstream)
    {
        for (var i = 0; i < actor?.Grants.Count; i++)
        {
            var grant = actor.Grants[i];
            if (
                grant.Place.Kind == PlaceKind.Council
                && grant.Sees(Tier.NetworkNamed)
                && workstream.HasParticipated(grant.Place.Code)
            )
            {
                return grant.BreakGlassReason is null ? Sight.Own : Sight.BrokenGlass;
            }
        }

        return null;
    }

    private Sight Decide(in Exposure thing)
    {
        var best = Sight.Hidden;
        for (var i = 0; i < actor?.Grants.Count; i++)
        {
            var sight = See(actor.Grants[i], thing);
            if (sight is Sight.Own)
            {
                return sight;
            }

            // A right given in order counts before one that was taken.
            best = best is Sight.Shared || sight is Sight.Hidden ? best : sight;
        }

        return best;
    }

    private static bool CoversOne(Place place, IReadOnlyList<string> councils)
    {
        // Counted, not enumerated: this is asked for each return of a round.
        for (var i = 0; i < councils.Count; i++)
        {
            if (place.Covers(Place.Council(councils[i])))
            {
                return true;
            }
        }

        return false;
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
        && networks.Find(thing.Owner.Code) is { } network
        && (network.IsMember(viewer.Code, thing.Since) || network.IsMember(viewer.Code, today))
            ? Sight.Own
            : Sight.Hidden;

    /// <summary>A council's named data: in one network both were members on the day, and both are party to its agreement now.</summary>
    private bool IsShared(Place viewer, in Exposure thing)
    {
        var council = thing.Owner.Code;
        foreach (var network in networks.OfCouncil(council))
        {
            if (
                network.IsMember(council, thing.Since)
                && IsCovered(network.Id, council, thing)
                && IsParty(viewer, network, thing)
            )
            {
                return true;
            }
        }

        return false;
    }

    private bool IsCovered(string network, string council, in Exposure thing) =>
        thing.Indicator is { } indicator
            ? agreements.CoverIndicator(network, council, indicator, today)
            : agreements.Cover(network, council, thing.Subject, today);

    private bool IsParty(Place viewer, Network network, in Exposure thing) =>
        viewer.Kind switch
        {
            PlaceKind.Network => viewer.Code == network.Id,
            PlaceKind.Council => network.IsMember(viewer.Code, thing.Since)
                && IsCovered(network.Id, viewer.Code, thing),
            _ => false,
        };
}
