using RegionalNetwork.Domain.Workstreams;
using static RegionalNetwork.Domain.Tests.People;
using static RegionalNetwork.Domain.Tests.Workstreams.Streams;

namespace RegionalNetwork.Domain.Tests.Workstreams;

public sealed class ActionAndPracticeEventTests
{
    [Fact]
    public void An_action_is_open_until_said_otherwise()
    {
        var workstream = UnderWay()
            .When(AllRoles, new AddAction(Id, "a", ActionDetails))
            .Then(new ActionAdded("a", ActionDetails))
            .When(AllRoles, new AddAction(Id, "a", ActionDetails))
            .ThenNothing()
            .When(AllRoles, new ChangeActionStatus(Id, "a", ActionStatus.Open))
            .ThenNothing();

        workstream
            .When(AllRoles, new AddAction(Id, "a", ActionDetails with { Title = "Other" }))
            .ThenRefused("ID_TAKEN", "id");
        workstream
            .When(AllRoles, new ChangeActionStatus(Id, "a", (ActionStatus)99))
            .ThenRefused("INVALID_VALUE", "status");
    }

    [Fact]
    public void An_actions_owner_takes_part_today()
    {
        UnderWay()
            .When(AllRoles, new AddAction(Id, "a", ActionDetails with { Owner = Dudley }))
            .ThenRefused("OWNER_NOT_A_PARTICIPANT", "owner");
        UnderWay()
            .On(April2021.AddDays(-1))
            .When(AllRoles, new AddAction(Id, "a", ActionDetails))
            .ThenRefused("OWNER_NOT_A_PARTICIPANT", "owner");
        UnderWay()
            .Given(new ActionAdded("a", ActionDetails))
            .When(AllRoles, new ReviseAction(Id, "a", ActionDetails with { Owner = Dudley }))
            .ThenRefused("OWNER_NOT_A_PARTICIPANT", "owner");
    }

    [Fact]
    public void A_council_that_left_keeps_its_actions()
    {
        var revised = ActionDetails with { DueOn = null };

        UnderWay()
            .Given(new ActionAdded("a", ActionDetails), new ParticipantLeft(Coventry, April2021))
            .When(AllRoles, new ReviseAction(Id, "a", revised))
            .Then(new ActionRevised("a", revised))
            .When(PswOf(Coventry), new ChangeActionStatus(Id, "a", ActionStatus.Done))
            .ThenRefused("NOT_PERMITTED");
    }

    [Fact]
    public void An_action_that_is_not_there_is_refused()
    {
        UnderWay().When(AllRoles, new ReviseAction(Id, "a", ActionDetails)).ThenRefused("ACTION_NOT_FOUND", "id");
        UnderWay()
            .When(AllRoles, new ChangeActionStatus(Id, "a", ActionStatus.Done))
            .ThenRefused("ACTION_NOT_FOUND", "id");
    }

    [Fact]
    public void Actions_have_a_limit()
    {
        var workstream = UnderWay()
            .Given(
                Enumerable
                    .Range(2, Limits.ActionsPerWorkstream - 1)
                    .Select(n => new ActionAdded($"a{n}", ActionDetails))
            );

        workstream
            .When(AllRoles, new AddAction(Id, "last", ActionDetails))
            .Then(new ActionAdded("last", ActionDetails));
        workstream.When(AllRoles, new AddAction(Id, "over", ActionDetails)).ThenRefused("TOO_MANY");
    }

    [Fact]
    public void A_masterclass_is_planned_revised_and_cancelled()
    {
        var revised = Masterclass with { Date = new PracticeEventDate(new DateOnly(2022, 3, 15), DatePrecision.Day) };

        UnderWay()
            .When(Coordinator, new PlanPracticeEvent(Id, "e", Masterclass))
            .Then(new PracticeEventPlanned("e", Masterclass))
            .When(Coordinator, new PlanPracticeEvent(Id, "e", Masterclass))
            .ThenNothing()
            .When(Coordinator, new RevisePracticeEvent(Id, "e", revised))
            .Then(new PracticeEventRevised("e", revised))
            .When(Coordinator, new CancelPracticeEvent(Id, "e"))
            .Then(new PracticeEventCancelled("e"))
            .When(Coordinator, new CancelPracticeEvent(Id, "e"))
            .ThenRefused("PRACTICE_EVENT_NOT_FOUND", "id");
    }

    [Fact]
    public void Practice_events_are_in_order_of_date()
    {
        var earlier = Masterclass with { Date = new PracticeEventDate(new DateOnly(2022, 2, 1), DatePrecision.Day) };

        var workstream = UnderWay()
            .Given(
                new PracticeEventPlanned("b", Masterclass),
                new PracticeEventPlanned("c", earlier),
                new PracticeEventPlanned("a", Masterclass)
            )
            .State.Workstream!;

        Assert.Equal(["c", "a", "b"], workstream.PracticeEvents.Select(planned => planned.Id));
    }

    [Fact]
    public void A_month_is_given_by_its_first_day() =>
        UnderWay()
            .When(
                AllRoles,
                new PlanPracticeEvent(
                    Id,
                    "e",
                    Masterclass with
                    {
                        Date = new PracticeEventDate(new DateOnly(2022, 3, 2), DatePrecision.Month),
                    }
                )
            )
            .ThenRefused("MONTH_NEEDS_FIRST", "date");

    [Fact]
    public void A_revision_is_checked_as_a_plan_is() =>
        UnderWay()
            .Given(new PracticeEventPlanned("e", Masterclass))
            .When(AllRoles, new RevisePracticeEvent(Id, "e", Masterclass with { Audience = "Book with a@example.org" }))
            .ThenRefused("PERSONAL_DATA", "audience");

    [Fact]
    public void Practice_events_have_a_limit()
    {
        var workstream = UnderWay()
            .Given(
                Enumerable
                    .Range(2, Limits.PracticeEventsPerWorkstream - 1)
                    .Select(number => new PracticeEventPlanned($"e{number}", Masterclass))
            );

        workstream
            .When(AllRoles, new PlanPracticeEvent(Id, "last", Masterclass))
            .Then(new PracticeEventPlanned("last", Masterclass));
        workstream.When(AllRoles, new PlanPracticeEvent(Id, "over", Masterclass)).ThenRefused("TOO_MANY");
    }
}
