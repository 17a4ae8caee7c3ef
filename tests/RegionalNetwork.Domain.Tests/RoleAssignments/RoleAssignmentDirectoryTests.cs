using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.RoleAssignments;
using static RegionalNetwork.Domain.Tests.People;
using static RegionalNetwork.Domain.Tests.RoleAssignments.Offers;

namespace RegionalNetwork.Domain.Tests.RoleAssignments;

public sealed class RoleAssignmentDirectoryTests
{
    private const string Principal = "person-psw";
    private const string Deputy = "person-deputy";

    private static readonly RoleAssignmentDirectory WithDeputy = RoleAssignmentDirectory
        .Empty.Apply("role-psw", Offered with { Assignment = "role-psw" })
        .Apply("role-psw", new RoleAccepted(Principal, Today))
        .Apply(
            "role-dep",
            Offered with
            {
                Assignment = "role-dep",
                CodeHash = OtherHash,
                OfferedBy = Principal,
                Terms = PswTerms with { Role = Role.DeputyPrincipalSocialWorker, OnBehalfOf = "role-psw" },
            }
        )
        .Apply("role-dep", new RoleAccepted(Deputy, Today));

    [Fact]
    public void Who_accepted_a_role_has_it_from_its_first_day_to_its_last()
    {
        var directory = WithDeputy.Apply("role-psw", new RoleEnded(Today.AddDays(7), "op"));
        Grant[] psw = [new(Role.PrincipalSocialWorker, Place.Council(Wolverhampton))];

        Assert.Equal(psw, directory.GrantsOf(Principal, Now));
        Assert.Equal(psw, directory.GrantsOf(Principal, Now.AddDays(7)));
        Assert.Empty(directory.GrantsOf(Principal, Now.AddDays(8)));
        Assert.Empty(directory.GrantsOf(Principal, Now.AddDays(-1)));
        Assert.Empty(directory.GrantsOf("person-none", Now));
    }

    [Fact]
    public void An_offer_gives_nothing_before_it_is_accepted()
    {
        var directory = RoleAssignmentDirectory.Empty.Apply(Code, Offered);

        Assert.Equal(1, directory.OpenOffersOf("approver", Now));
        Assert.Equal(0, directory.OpenOffersOf("approver", Now.AddDays(Limits.OfferDays)));
        Assert.Equal(0, directory.Apply(Code, new OfferRevoked("approver")).OpenOffersOf("approver", Now));
        Assert.False(directory.IsHeld(Role.PrincipalSocialWorker, PswTerms.Place, ServiceScope.Both, Now));
        Assert.Same(directory.Find(Code), directory.FindByCodeHash(Hash));
    }

    [Fact]
    public void A_deputy_acts_for_their_principal_only_when_they_say_so_but_always_reads()
    {
        Grant[] deputy = [new(Role.DeputyPrincipalSocialWorker, Place.Council(Wolverhampton))];

        Assert.Empty(WithDeputy.GrantsOf(Deputy, Now));
        Assert.Equal(deputy, WithDeputy.GrantsToReadOf(Deputy, Now));
        Assert.Equal(deputy, WithDeputy.GrantsOnBehalfOf(Deputy, Principal, Now));
        Assert.Empty(WithDeputy.GrantsOnBehalfOf(Deputy, "person-other", Now));
        Assert.Empty(WithDeputy.GrantsOnBehalfOf(Principal, Deputy, Now));
    }

    [Fact]
    public void A_deputyship_ends_with_the_role_that_it_stands_in_for()
    {
        var ended = WithDeputy.Apply("role-psw", new RoleEnded(Today.AddDays(7), "op"));

        Assert.Single(ended.GrantsOnBehalfOf(Deputy, Principal, Now.AddDays(7)));
        Assert.Empty(ended.GrantsOnBehalfOf(Deputy, Principal, Now.AddDays(8)));
        Assert.Empty(ended.GrantsToReadOf(Deputy, Now.AddDays(8)));
    }

    [Fact]
    public void Nothing_of_an_erased_person_counts_nor_what_others_have_on_their_behalf()
    {
        var erased = WithDeputy.Erase(Principal);

        Assert.Empty(erased.GrantsToReadOf(Principal, Now));
        Assert.Empty(erased.GrantsToReadOf(Deputy, Now));
        Assert.False(erased.IsHeld(Role.PrincipalSocialWorker, PswTerms.Place, ServiceScope.Both, Now));
        Assert.Single(erased.OfPerson(Principal));
        Assert.Empty(erased.Apply("role-psw", new RoleEnded(Today, "op")).GrantsOf(Principal, Now));
    }

    [Fact]
    public void Broken_glass_is_a_grant_with_its_reason_until_it_ends()
    {
        var place = Place.Network(WestMidlands);
        var directory = RoleAssignmentDirectory.Empty.Apply(
            "glass-1",
            new GlassBroken("glass-1", "op", place, "A reason of some length", Now, Now.AddMinutes(15))
        );

        var grant = Assert.Single(directory.GrantsOf("op", Now));
        Assert.Equal(new Grant(Role.Operator, place) { BreakGlassReason = "A reason of some length" }, grant);
        Assert.Empty(directory.GrantsOf("op", Now.AddMinutes(15)));
        Assert.Equal(1, directory.GlassOpenOf("op", Now));
        Assert.Equal(0, directory.HeldBy("op", Today));
    }

    [Fact]
    public void A_role_is_held_for_a_service_that_it_covers()
    {
        Assert.True(WithDeputy.IsHeld(Role.PrincipalSocialWorker, PswTerms.Place, ServiceScope.Adults, Now));
        Assert.False(WithDeputy.IsHeld(Role.DataOfficer, PswTerms.Place, ServiceScope.Both, Now));
        Assert.False(WithDeputy.IsHeld(Role.PrincipalSocialWorker, Place.Council(Coventry), ServiceScope.Both, Now));
        Assert.Equal(2, WithDeputy.AtPlace(PswTerms.Place).Count);
        Assert.Equal(1, WithDeputy.HeldBy(Principal, Today));
    }
}
