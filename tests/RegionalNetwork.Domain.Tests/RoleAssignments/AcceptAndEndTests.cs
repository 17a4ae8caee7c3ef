using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.RoleAssignments;
using static RegionalNetwork.Domain.Tests.People;
using static RegionalNetwork.Domain.Tests.RoleAssignments.Offers;

namespace RegionalNetwork.Domain.Tests.RoleAssignments;

public sealed class AcceptAndEndTests
{
    private static readonly AcceptRole Accept = new(Code, Hash, Held: 0);
    private static readonly RoleAccepted Accepted = new("person-a", Today);

    private readonly GrainSpec<RoleAssignmentState, RoleAssignmentCommand, RoleAssignmentEvent> _grain = Grain();

    [Fact]
    public void Who_has_the_code_takes_the_role_once() =>
        _grain
            .Given(Offered)
            .When(Person("person-a"), Accept)
            .Then(Accepted)
            .When(Person("person-a"), Accept)
            .ThenNothing()
            .When(Person("person-b"), Accept)
            .ThenRefused("OFFER_CODE_INVALID", "code");

    [Fact]
    public void A_wrong_code_says_nothing_about_the_offer()
    {
        _grain.When(Person("person-a"), Accept).ThenRefused("OFFER_CODE_INVALID", "code");
        _grain
            .Given(Offered)
            .When(Person("person-a"), Accept with { CodeHash = OtherHash })
            .ThenRefused("OFFER_CODE_INVALID", "code");
        _grain.Given(new OfferRevoked("op")).When(Person("person-a"), Accept).ThenRefused("OFFER_CODE_INVALID", "code");
    }

    [Fact]
    public void A_code_expires()
    {
        _grain
            .Given(Offered)
            .On(Today.AddDays(Limits.OfferDays))
            .When(Person("person-a"), Accept)
            .ThenRefused("OFFER_CODE_INVALID", "code");
        _grain
            .On(Today.AddDays(Limits.OfferDays - 1))
            .When(Person("person-a"), Accept)
            .Then(Accepted with { On = Today.AddDays(Limits.OfferDays - 1) });
    }

    [Fact]
    public void A_role_that_is_over_is_not_accepted() =>
        _grain
            .Given(Offered with { Terms = PswTerms with { To = Today } })
            .On(Today.AddDays(1))
            .When(Person("person-a"), Accept)
            .ThenRefused("OFFER_CODE_INVALID", "code");

    [Fact]
    public void Nobody_accepts_what_they_or_their_delegate_offered()
    {
        _grain.Given(Offered with { OfferedFor = "director" });

        _grain.When(Person("approver"), Accept).ThenRefused("OWN_OFFER", "code");
        _grain.When(Person("director"), Accept).ThenRefused("OWN_OFFER", "code");
    }

    [Fact]
    public void The_first_administrator_accepts_what_the_command_line_offered()
    {
        var commandLine = new Actor(RoleAssignment.CommandLine, [new(Role.Operator, Place.Service)]);

        _grain
            .When(commandLine, Offer(Role.Operator, Place.Service))
            .Then(Offered with { Terms = Terms(Role.Operator, Place.Service), OfferedBy = RoleAssignment.CommandLine })
            .When(Person("person-a"), Accept)
            .Then(Accepted);
    }

    [Fact]
    public void Roles_of_one_person_have_a_limit()
    {
        _grain
            .Given(Offered)
            .When(Person("person-a"), Accept with { Held = Limits.AssignmentsPerPerson })
            .ThenRefused("TOO_MANY");
        _grain.When(Person("person-a"), Accept with { Held = Limits.AssignmentsPerPerson - 1 }).Then(Accepted);
    }

    [Fact]
    public void An_offer_is_taken_back_until_it_is_accepted()
    {
        _grain
            .Given(Offered)
            .When(OtherCoordinator, new RevokeOffer(Code))
            .ThenRefused("ROLE_ASSIGNMENT_NOT_FOUND", "assignment");
        _grain
            .When(ApproverOf(Wolverhampton), new RevokeOffer(Code))
            .Then(new OfferRevoked("approver"))
            .When(Operator, new RevokeOffer(Code))
            .ThenNothing();
        Grain()
            .Given(Offered, Accepted)
            .When(Operator, new RevokeOffer(Code))
            .ThenRefused("OFFER_NOT_OPEN", "assignment");
    }

    [Fact]
    public void A_role_is_ended_by_who_gives_such_roles_and_by_the_person()
    {
        var yesterday = Today.AddDays(-1);

        _grain
            .Given(Offered, Accepted)
            .When(Person("person-b"), new EndRole(Code, Today))
            .ThenRefused("ROLE_ASSIGNMENT_NOT_FOUND", "assignment");
        _grain
            .When(ApproverOf(Wolverhampton), new EndRole(Code, Today.AddDays(7)))
            .Then(new RoleEnded(Today.AddDays(7), "approver"))
            .When(Person("person-a"), new EndRole(Code, yesterday))
            .Then(new RoleEnded(yesterday, "person-a"))
            .When(Operator, new EndRole(Code, yesterday))
            .ThenNothing();
    }

    [Fact]
    public void Ending_a_role_neither_lengthens_it_nor_goes_back_in_time()
    {
        _grain.Given(Offered with { Terms = PswTerms with { To = Today.AddDays(7) } }, Accepted);

        _grain.When(Operator, new EndRole(Code, Today.AddDays(8))).ThenRefused("INVALID_DATES", "to");
        _grain.When(Operator, new EndRole(Code, Today.AddDays(-2))).ThenRefused("INVALID_DATES", "to");
    }

    [Fact]
    public void An_offer_is_taken_back_rather_than_ended() =>
        _grain.Given(Offered).When(Operator, new EndRole(Code, Today)).ThenRefused("ROLE_NOT_ACCEPTED", "assignment");

    [Fact]
    public void Who_appointed_a_deputy_ends_it_without_assigning_roles() =>
        _grain
            .Given(Offered with { OfferedBy = "psw", Terms = PswTerms with { OnBehalfOf = "role-psw" } }, Accepted)
            .When(PswOf(Wolverhampton), new EndRole(Code, Today))
            .Then(new RoleEnded(Today, "psw"));

    [Fact]
    public void A_coordinator_ends_the_roles_of_councils_that_they_gave_and_no_others()
    {
        _grain
            .Given(Offered, Accepted)
            .When(Coordinator, new EndRole(Code, Today))
            .ThenRefused("ROLE_ASSIGNMENT_NOT_FOUND", "assignment");
        Grain()
            .Given(Offered with { OfferedBy = "wm" }, Accepted)
            .When(Coordinator, new EndRole(Code, Today))
            .Then(new RoleEnded(Today, "wm"));
    }
}
