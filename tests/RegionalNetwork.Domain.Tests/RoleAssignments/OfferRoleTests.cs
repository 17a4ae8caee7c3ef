using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.RoleAssignments;
using static RegionalNetwork.Domain.Tests.People;
using static RegionalNetwork.Domain.Tests.RoleAssignments.Offers;

namespace RegionalNetwork.Domain.Tests.RoleAssignments;

public sealed class OfferRoleTests
{
    private readonly GrainSpec<RoleAssignmentState, RoleAssignmentCommand, RoleAssignmentEvent> _grain = Grain();

    public static TheoryData<Role> AllRolesOfTheTable => [.. Enum.GetValues<Role>()];

    [Fact]
    public void An_approver_offers_a_role_of_their_council_once() =>
        _grain
            .When(ApproverOf(Wolverhampton), Offer(Role.PrincipalSocialWorker, Place.Council(Wolverhampton)))
            .Then(Offered)
            .When(ApproverOf(Wolverhampton), Offer(Role.PrincipalSocialWorker, Place.Council(Wolverhampton)))
            .ThenNothing()
            .When(ApproverOf(Wolverhampton), Offer(Role.DataOfficer, Place.Council(Wolverhampton)))
            .ThenRefused("ID_TAKEN", "id");

    [Theory]
    [MemberData(nameof(AllRolesOfTheTable))]
    public void An_operator_offers_every_role_where_the_table_holds_it_and_nowhere_else(Role role)
    {
        foreach (var kind in Enum.GetValues<PlaceKind>())
        {
            var grain = Grain().When(Operator, Offer(role, PlaceOf(kind)));
            if (kind == PermissionTable.Of(role).At)
            {
                grain.Then(Offered with { Terms = Terms(role, PlaceOf(kind)), OfferedBy = "op" });
            }
            else
            {
                grain.ThenRefused("ROLE_NOT_HELD_THERE", "place");
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllRolesOfTheTable))]
    public void Everybody_else_offers_only_what_is_theirs_to_give(Role role)
    {
        var at = PermissionTable.Of(role).At;
        bool isCouncils = at == PlaceKind.Council;

        Assert.Equal(isCouncils, MayOffer(ApproverOf(Coventry), role, Given));
        Assert.False(MayOffer(ApproverOf(Wolverhampton), role, Given));
        Assert.Equal(at == PlaceKind.Network, MayOffer(Coordinator, role, Given));
        Assert.False(MayOffer(OtherCoordinator, role, Given));
        Assert.Equal(at is PlaceKind.Nation or PlaceKind.Region, MayOffer(NationalOffice, role, Given));
    }

    [Theory]
    [MemberData(nameof(AllRolesOfTheTable))]
    public void A_coordinator_gives_a_member_council_the_first_of_its_three_first_roles(Role role)
    {
        var member = Given with { IsInActorsNetwork = true };
        bool isFirst = role is Role.CouncilApprover or Role.PrincipalSocialWorker or Role.DataOfficer;
        bool isNetworks = PermissionTable.Of(role).At == PlaceKind.Network;

        Assert.Equal(isFirst || isNetworks, MayOffer(Coordinator, role, member));
        Assert.Equal(isNetworks, MayOffer(Coordinator, role, member with { IsHeld = true }));
    }

    [Fact]
    public void Who_has_no_permission_to_assign_roles_offers_none() =>
        _grain
            .When(PswOf(Wolverhampton), Offer(Role.PractitionerChampion, Place.Council(Wolverhampton)))
            .ThenRefused("NOT_PERMITTED");

    [Fact]
    public void An_approver_of_one_service_gives_no_role_for_both()
    {
        var adults = new Actor(
            "a",
            [new(Role.CouncilApprover, Place.Council(Wolverhampton)) { Scope = ServiceScope.Adults }]
        );
        var offer = Offer(Role.DataOfficer, Place.Council(Wolverhampton));

        _grain.When(adults, offer).ThenRefused("NOT_PERMITTED");
        _grain
            .When(adults, offer with { Terms = offer.Terms with { Scope = ServiceScope.Adults } })
            .Then(Offered with { Terms = offer.Terms with { Scope = ServiceScope.Adults }, OfferedBy = "a" });
    }

    [Fact]
    public void Who_approves_for_another_gives_roles_but_not_approval()
    {
        var delegated = ApproverOf(Wolverhampton) with { OnBehalfOf = "director" };

        _grain.When(delegated, Offer(Role.CouncilApprover, Place.Council(Wolverhampton))).ThenRefused("NOT_PERMITTED");
        _grain
            .When(delegated, Offer(Role.PrincipalSocialWorker, Place.Council(Wolverhampton)))
            .Then(Offered with { OfferedFor = "director" });
    }

    [Fact]
    public void A_place_must_exist()
    {
        _grain
            .When(Operator, Offer(Role.DataOfficer, Place.Council("E99999999")))
            .ThenRefused("COUNCIL_NOT_FOUND", "place");
        _grain
            .When(Operator, Offer(Role.RegulatorLiaison, Place.Region("E99")))
            .ThenRefused("PLACE_NOT_FOUND", "place");
        _grain
            .When(
                Operator,
                Offer(Role.RegionalChair, Place.Network("none")) with
                {
                    Facts = Given with { PlaceExists = false },
                }
            )
            .ThenRefused("PLACE_NOT_FOUND", "place");
    }

    [Fact]
    public void Dates_and_values_are_checked()
    {
        var offer = Offer(Role.PrincipalSocialWorker, Place.Council(Wolverhampton));

        _grain
            .When(
                Operator,
                offer with
                {
                    Assignment = "a b",
                    CodeHash = "open sesame",
                    Terms = offer.Terms with { To = Today.AddDays(-1), Scope = (ServiceScope)9, Role = (Role)99 },
                }
            )
            .ThenRefusedFor("INVALID_ID", "INVALID_VALUE", "INVALID_VALUE", "INVALID_DATES", "INVALID_VALUE");
    }

    [Fact]
    public void Open_offers_have_a_limit()
    {
        var offer = Offer(Role.PrincipalSocialWorker, Place.Council(Wolverhampton));

        _grain
            .When(
                ApproverOf(Wolverhampton),
                offer with
                {
                    Facts = Given with { OpenOffers = Limits.OpenOffersPerOfferer },
                }
            )
            .ThenRefused("TOO_MANY");
        _grain
            .When(
                ApproverOf(Wolverhampton),
                offer with
                {
                    Facts = Given with { OpenOffers = Limits.OpenOffersPerOfferer - 1 },
                }
            )
            .Then(Offered);
    }

    private static bool MayOffer(Actor actor, Role role, OfferFacts facts)
    {
        var offer = Offer(role, PlaceOf(PermissionTable.Of(role).At)) with { Facts = facts };
        return !RoleAssignmentDecider
            .Decide(RoleAssignmentState.Initial, offer, new CommandContext(actor, Now))
            .IsRefused;
    }

    private static Place PlaceOf(PlaceKind kind) =>
        kind switch
        {
            PlaceKind.Council => Place.Council(Coventry),
            PlaceKind.Network => Place.Network(WestMidlands),
            PlaceKind.Region => Place.Region("E12000005"),
            PlaceKind.Nation => Place.Nation,
            _ => Place.Service,
        };
}
