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
    public Sight See(CouncilReturn one)
    {
        var best = Sight.Hidden;
        for (var i = 0; i < actor?.Grants.Count; i++)
        {
            var grant = actor.Grants[i];
            if (
                grant.Sees(Tier.CouncilDraft)
                && PermissionTable.Overlap(grant.Scope, one.Scope)
                && one.Key.Unit.Councils.Any(council => grant.Place.Covers(Place.Council(council)))
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
                && Covers(network, council, thing)
                && IsParty(viewer, network, thing)
            )
            {
                return true;
            }
        }

        return false;
    }

    private bool Covers(Network network, string council, in Exposure thing) =>
        thing.Indicator is { } indicator
            ? agreements.CoverIndicator(network.Id, council, indicator, today)
            : agreements.Cover(network.Id, council, thing.Subject, today);

    private bool IsParty(Place viewer, Network network, in Exposure thing) =>
        viewer.Kind switch
        {
            PlaceKind.Network => viewer.Code == network.Id,
            PlaceKind.Council => network.IsMember(viewer.Code, thing.Since) && Covers(network, viewer.Code, thing),
            _ => false,
        };
}
