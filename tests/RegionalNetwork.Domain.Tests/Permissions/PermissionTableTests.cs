using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.Permissions;

public sealed class PermissionTableTests
{
    [Fact]
    public void A_role_counts_in_its_own_place_only()
    {
        var psw = PswOf(Wolverhampton);

        Assert.True(psw.May(Permission.SetPriorities, Place.Council(Wolverhampton)));
        Assert.False(psw.May(Permission.SetPriorities, Place.Council(Coventry)));
        Assert.False(psw.May(Permission.SetPriorities, Place.Network(WestMidlands)));
        Assert.False(Coordinator.May(Permission.SetPriorities, Place.Nation));
    }

    [Fact]
    public void Two_roles_do_not_add_up_to_a_third()
    {
        var both = new Actor(
            "both",
            [
                new(Role.PrincipalSocialWorker, Place.Council(Wolverhampton)),
                new(Role.CouncilApprover, Place.Council(Coventry)),
            ]
        );

        Assert.False(both.May(Permission.ApprovePriorities, Place.Council(Wolverhampton)));
        Assert.False(both.May(Permission.SetPriorities, Place.Council(Coventry)));
    }

    [Theory]
    [InlineData(ServiceScope.Adults, ServiceScope.Childrens, false)]
    [InlineData(ServiceScope.Adults, ServiceScope.Adults, true)]
    [InlineData(ServiceScope.Adults, ServiceScope.Both, true)]
    [InlineData(ServiceScope.Both, ServiceScope.Childrens, true)]
    public void A_role_for_one_service_does_not_reach_the_other(ServiceScope role, ServiceScope thing, bool expected)
    {
        var psw = new Actor("psw", [new(Role.PrincipalSocialWorker, Place.Council(Wolverhampton)) { Scope = role }]);

        Assert.Equal(expected, psw.May(Permission.RecordAppointments, Place.Council(Wolverhampton), thing));
    }

    [Fact]
    public void No_role_of_a_council_both_words_and_approves()
    {
        foreach (var row in PermissionTable.Rows.Where(row => row.At == PlaceKind.Council))
        {
            Assert.False(
                row.May.Contains(Permission.SetPriorities) && row.May.Contains(Permission.ApprovePriorities),
                $"{row.Role}"
            );
        }
    }

    [Fact]
    public void The_operator_and_the_national_offices_see_no_councils_unpublished_data()
    {
        Tier[] unpublished = [Tier.CouncilDraft, Tier.CouncilApproved, Tier.NetworkNamed, Tier.NetworkAnonymised];

        foreach (var row in PermissionTable.Rows.Where(row => row.At is PlaceKind.Nation or PlaceKind.Service))
        {
            Assert.Empty(row.Sees.Intersect(unpublished));
        }
    }
}
