using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.RoleAssignments;
using static RegionalNetwork.Domain.Tests.People;
using static RegionalNetwork.Domain.Tests.RoleAssignments.Offers;

namespace RegionalNetwork.Domain.Tests.RoleAssignments;

public sealed class DelegationTests
{
    private static readonly Actor Psw = PswOf(Wolverhampton);
    private static readonly RoleAssignment Principal = Held(Role.PrincipalSocialWorker, Psw.Subject);

    private static readonly OfferRole Deputy = new(
        Code,
        PswTerms with
        {
            Role = Role.DeputyPrincipalSocialWorker,
            OnBehalfOf = Principal.Code,
        },
        Hash,
        Given with
        {
            Principal = Principal,
        }
    );

    private readonly GrainSpec<RoleAssignmentState, RoleAssignmentCommand, RoleAssignmentEvent> _grain = Grain();

    [Fact]
    public void A_principal_social_worker_appoints_a_deputy() =>
        _grain.When(Psw, Deputy).Then(Offered with { Terms = Deputy.Terms, OfferedBy = "psw" });

    [Fact]
    public void An_approver_delegates_approval()
    {
        var principal = Held(Role.CouncilApprover, "approver");
        var terms = Deputy.Terms with { Role = Role.CouncilApprover };

        _grain
            .When(
                ApproverOf(Wolverhampton),
                Deputy with
                {
                    Terms = terms,
                    Facts = Given with { Principal = principal },
                }
            )
            .Then(Offered with { Terms = terms });
    }

    [Fact]
    public void Only_who_has_the_role_themselves_now_gives_it_away()
    {
        _grain.When(Operator, Deputy).ThenRefused("NOT_PERMITTED");
        _grain.When(Psw with { OnBehalfOf = "other" }, Deputy).ThenRefused("NOT_PERMITTED");
        _grain.When(Psw, Deputy with { Facts = Given }).ThenRefused("NOT_PERMITTED");
        _grain
            .When(Psw, With(Principal with { Terms = Principal.Terms with { OnBehalfOf = "role-0" } }))
            .ThenRefused("NOT_PERMITTED");
        _grain
            .When(Psw, With(Principal with { Terms = Principal.Terms with { To = Today.AddDays(-1) } }))
            .ThenRefused("NOT_PERMITTED");
    }

    [Fact]
    public void Only_two_roles_can_be_delegated_each_to_one() =>
        _grain
            .When(Psw, Deputy with { Terms = Deputy.Terms with { Role = Role.CouncilApprover } })
            .ThenRefused("ROLE_NOT_DELEGABLE", "role");

    [Fact]
    public void A_deputyship_is_no_wider_than_the_role()
    {
        var adults = Principal with { Terms = Principal.Terms with { Scope = ServiceScope.Adults } };

        _grain.When(Psw, With(adults)).ThenRefused("DELEGATION_TOO_WIDE", "scope");
        _grain
            .When(Psw, Deputy with { Terms = Deputy.Terms with { Place = Place.Council(Coventry) } })
            .ThenRefused("DELEGATION_TOO_WIDE", "scope");
    }

    [Fact]
    public void A_deputyship_ends_no_later_than_the_role()
    {
        var lastDay = Today.AddDays(30);
        var ending = With(Principal with { Terms = Principal.Terms with { To = lastDay } });

        _grain.When(Psw, ending).ThenRefused("DELEGATION_TOO_LONG", "to");
        _grain
            .When(Psw, ending with { Terms = ending.Terms with { To = lastDay.AddDays(1) } })
            .ThenRefused("DELEGATION_TOO_LONG", "to");
        _grain
            .When(Psw, ending with { Terms = ending.Terms with { To = lastDay } })
            .Then(Offered with { Terms = ending.Terms with { To = lastDay }, OfferedBy = "psw" });
    }

    private static OfferRole With(RoleAssignment principal) =>
        Deputy with
        {
            Facts = Given with { Principal = principal },
        };

    private static RoleAssignment Held(Role role, string person) =>
        new(
            "role-psw",
            Terms(role, Place.Council(Wolverhampton)) with
            {
                From = Today.AddDays(-100),
            },
            new RoleOffer("op", null, OtherHash, Now, false),
            person,
            Today.AddDays(-100),
            null,
            null
        );
}
