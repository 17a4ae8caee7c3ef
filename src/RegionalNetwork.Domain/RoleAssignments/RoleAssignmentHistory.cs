using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.RoleAssignments;

/// <summary>Folds a role assignment's events into what it is. An event that cannot follow is a bug, and throws.</summary>
internal static class RoleAssignmentHistory
{
    public static RoleAssignment Apply(RoleAssignment? before, RoleAssignmentEvent happened) =>
        happened switch
        {
            RoleOffered offered => new RoleAssignment(
                offered.Assignment,
                offered.Terms,
                new RoleOffer(offered.OfferedBy, offered.OfferedFor, offered.CodeHash, offered.OfferExpires, false),
                Person: null,
                AcceptedOn: null,
                EndedBy: null,
                Glass: null
            ),
            GlassBroken glass => Apply(glass),
            _ => ApplyTo(
                before ?? throw new ArgumentException($"{happened.GetType().Name} before an offer.", nameof(happened)),
                happened
            ),
        };

    private static RoleAssignment ApplyTo(RoleAssignment assignment, RoleAssignmentEvent happened) =>
        happened switch
        {
            RoleAccepted accepted => assignment with { Person = accepted.Person, AcceptedOn = accepted.On },
            OfferRevoked => assignment with { Offer = assignment.Offer! with { IsRevoked = true } },
            RoleEnded ended => assignment with
            {
                Terms = assignment.Terms with { To = ended.To },
                EndedBy = ended.EndedBy,
            },
            _ => throw new ArgumentException($"{happened.GetType().Name} is not known here.", nameof(happened)),
        };

    private static RoleAssignment Apply(GlassBroken glass) =>
        new(
            glass.Assignment,
            new RoleTerms(
                Role.Operator,
                glass.Place,
                ServiceScope.Both,
                DateOnly.FromDateTime(glass.From.UtcDateTime),
                DateOnly.FromDateTime(glass.Until.UtcDateTime),
                OnBehalfOf: null
            ),
            Offer: null,
            glass.Person,
            DateOnly.FromDateTime(glass.From.UtcDateTime),
            EndedBy: null,
            new BrokenGlass(glass.Reason, glass.From, glass.Until)
        );
}
