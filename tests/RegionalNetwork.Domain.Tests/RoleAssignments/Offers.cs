using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.RoleAssignments;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.RoleAssignments;

/// <summary>Offers as tests need them.</summary>
internal static class Offers
{
    public const string Code = "role-1";

    public static readonly DateOnly Today = new(2022, 4, 1);
    public static readonly DateTimeOffset Now = new(Today, new TimeOnly(9, 0), TimeSpan.Zero);
    public static readonly string Hash = new('a', 64);
    public static readonly string OtherHash = new('b', 64);

    public static readonly OfferFacts Given = new(
        PlaceExists: true,
        IsInActorsNetwork: false,
        IsHeld: false,
        OpenOffers: 0,
        Principal: null
    );

    public static readonly RoleTerms PswTerms = Terms(Role.PrincipalSocialWorker, Place.Council(Wolverhampton));

    public static readonly RoleOffered Offered = new(
        Code,
        PswTerms,
        Hash,
        "approver",
        null,
        Now.AddDays(Limits.OfferDays)
    );

    public static RoleTerms Terms(Role role, Place place) => new(role, place, ServiceScope.Both, Today, null, null);

    public static OfferRole Offer(Role role, Place place) => new(Code, Terms(role, place), Hash, Given);

    public static Actor Person(string code) => new(code, []);

    public static GrainSpec<RoleAssignmentState, RoleAssignmentCommand, RoleAssignmentEvent> Grain() =>
        new(RoleAssignmentState.Initial, RoleAssignmentDecider.Decide, RoleAssignmentDecider.Evolve);
}
