using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.RoleAssignments;
using static RegionalNetwork.Domain.Tests.People;
using static RegionalNetwork.Domain.Tests.RoleAssignments.Offers;

namespace RegionalNetwork.Domain.Tests.RoleAssignments;

public sealed class BreakGlassTests
{
    private const string Reason = "Restoring a lost return";

    private static readonly BreakGlass Break = new(
        Code,
        Place.Council(Wolverhampton),
        Reason,
        Minutes: 60,
        PlaceExists: false,
        OpenNow: 0
    );

    private static readonly GlassBroken Broken = new(Code, "op", Break.Place, Reason, Now, Now.AddHours(1));

    private readonly GrainSpec<RoleAssignmentState, RoleAssignmentCommand, RoleAssignmentEvent> _grain = Grain();

    [Fact]
    public void An_operator_breaks_the_glass_for_a_while_and_it_is_not_renewed()
    {
        _grain.When(Operator, Break).Then(Broken).When(Operator, Break).ThenRefused("ID_TAKEN", "id");

        var pane = _grain.State.Assignment!;
        Assert.True(pane.Holds(Now));
        Assert.True(pane.Holds(Now.AddMinutes(59)));
        Assert.False(pane.Holds(Now.AddMinutes(60)));
        Assert.False(pane.Holds(Now.AddMinutes(-1)));
    }

    [Fact]
    public void Nobody_else_breaks_the_glass()
    {
        _grain.When(NationalOffice, Break).ThenRefused("NOT_PERMITTED");
        _grain.When(ApproverOf(Wolverhampton), Break).ThenRefused("NOT_PERMITTED");
        _grain.When(Operator with { OnBehalfOf = "somebody" }, Break).ThenRefused("NOT_PERMITTED");
    }

    [Theory]
    [InlineData("Too short a reason.", "REASON_TOO_SHORT")]
    [InlineData("Complaint of a person, call 0121 496 0000", "PERSONAL_DATA")]
    [InlineData("Asked for by Mrs Example of the council", "ROLES_ONLY")]
    public void A_reason_says_enough_and_names_nobody(string reason, string code) =>
        _grain.When(Operator, Break with { Reason = reason }).ThenRefused(code, "reason");

    [Fact]
    public void A_reason_at_the_limit_is_enough()
    {
        var shortest = new string('x', Limits.GlassReasonCharactersMin);

        _grain.When(Operator, Break with { Reason = shortest }).Then(Broken with { Reason = shortest });
    }

    [Theory]
    [InlineData(Limits.GlassMinutesMin - 1, false)]
    [InlineData(Limits.GlassMinutesMin, true)]
    [InlineData(Limits.GlassMinutesMax, true)]
    [InlineData(Limits.GlassMinutesMax + 1, false)]
    public void The_time_is_short(int minutes, bool isAccepted)
    {
        _grain.When(Operator, Break with { Minutes = minutes });
        if (isAccepted)
        {
            _grain.Then(Broken with { Until = Now.AddMinutes(minutes) });
        }
        else
        {
            _grain.ThenRefused("INVALID_DURATION", "minutes");
        }
    }

    [Fact]
    public void The_place_is_one_council_or_network()
    {
        _grain.When(Operator, Break with { Place = Place.Nation }).ThenRefused("GLASS_PLACE_INVALID", "place");
        _grain.When(Operator, Break with { Place = Place.Service }).ThenRefused("GLASS_PLACE_INVALID", "place");
        _grain
            .When(Operator, Break with { Place = Place.Network(WestMidlands) })
            .ThenRefused("PLACE_NOT_FOUND", "place");
        _grain
            .When(Operator, Break with { Place = Place.Network(WestMidlands), PlaceExists = true })
            .Then(Broken with { Place = Place.Network(WestMidlands) });
    }

    [Fact]
    public void Places_open_at_once_have_a_limit()
    {
        _grain.When(Operator, Break with { OpenNow = Limits.GlassOpenPerPerson }).ThenRefused("TOO_MANY");
        _grain.When(Operator, Break with { OpenNow = Limits.GlassOpenPerPerson - 1 }).Then(Broken);
    }

    [Fact]
    public void It_ends_by_itself() =>
        _grain.Given(Broken).When(Operator, new EndRole(Code, Today)).ThenRefused("GLASS_ENDS_BY_ITSELF", "assignment");
}
