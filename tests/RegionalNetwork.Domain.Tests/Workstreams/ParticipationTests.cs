using RegionalNetwork.Domain.Workstreams;
using static RegionalNetwork.Domain.Tests.People;
using static RegionalNetwork.Domain.Tests.Workstreams.Streams;

namespace RegionalNetwork.Domain.Tests.Workstreams;

public sealed class ParticipationTests
{
    private static readonly DateOnly Later = April2021.AddDays(30);

    [Fact]
    public void A_council_takes_part_from_a_day_to_a_day()
    {
        var workstream = UnderWay()
            .When(AllRoles, new RemoveParticipant(Id, Coventry, Later))
            .Then(new ParticipantLeft(Coventry, Later))
            .When(AllRoles, new RemoveParticipant(Id, Coventry, Later))
            .ThenNothing()
            .State.Workstream!;

        Assert.Equal([Coventry, Wolverhampton], workstream.ParticipantsOn(Later).Select(part => part.Council));
        Assert.Equal([Wolverhampton], workstream.ParticipantsOn(Later.AddDays(1)).Select(part => part.Council));
    }

    [Fact]
    public void A_change_of_role_ends_one_part_and_begins_another()
    {
        var workstream = UnderWay()
            .When(AllRoles, new AddParticipant(Id, Coventry, ParticipantRole.Deputy, Later))
            .Then(new ParticipantJoined(Coventry, ParticipantRole.Deputy, Later))
            .State.Workstream!;

        Assert.Contains(
            new Participation(Coventry, ParticipantRole.Participant, April2021, Later.AddDays(-1)),
            workstream.Participations.All
        );
        Assert.Contains(
            new Participation(Coventry, ParticipantRole.Deputy, Later, null),
            workstream.Participations.All
        );
    }

    [Fact]
    public void The_same_role_again_changes_nothing() =>
        UnderWay().When(AllRoles, new AddParticipant(Id, Coventry, ParticipantRole.Participant, Later)).ThenNothing();

    [Fact]
    public void Parts_of_one_council_do_not_overlap()
    {
        UnderWay()
            .When(AllRoles, new AddParticipant(Id, Coventry, ParticipantRole.Deputy, April2021))
            .ThenRefused("ALREADY_PARTICIPATES", "from");
        UnderWay()
            .Given(new ParticipantLeft(Coventry, Later))
            .When(AllRoles, new AddParticipant(Id, Coventry, ParticipantRole.Participant, Later))
            .ThenRefused("ALREADY_PARTICIPATES", "from");
    }

    [Fact]
    public void The_former_lead_stays_as_a_participant()
    {
        var workstream = UnderWay()
            .When(PswOf(Wolverhampton), new AppointLead(Id, Coventry, Later))
            .Then(
                new ParticipantJoined(Wolverhampton, ParticipantRole.Participant, Later),
                new ParticipantJoined(Coventry, ParticipantRole.Lead, Later)
            )
            .When(AllRoles, new AppointLead(Id, Coventry, Later))
            .ThenNothing();

        Assert.Equal(Coventry, workstream.State.Workstream!.LeadCouncil);
        workstream.When(PswOf(Wolverhampton), new AppointLead(Id, Wolverhampton, Later)).ThenRefused("NOT_PERMITTED");
    }

    [Fact]
    public void A_lead_is_appointed_after_the_last_began()
    {
        UnderWay().When(AllRoles, new AppointLead(Id, Dudley, April2021)).ThenRefused("ALREADY_PARTICIPATES", "on");
        UnderWay().When(AllRoles, new AppointLead(Id, Coventry, April2021)).ThenRefused("ALREADY_PARTICIPATES", "on");
    }

    [Fact]
    public void The_lead_neither_leaves_nor_becomes_less()
    {
        UnderWay()
            .When(AllRoles, new RemoveParticipant(Id, Wolverhampton, Later))
            .ThenRefused("LEAD_CANNOT_LEAVE", "council");
        UnderWay()
            .When(AllRoles, new AddParticipant(Id, Wolverhampton, ParticipantRole.Deputy, Later))
            .ThenRefused("LEAD_CANNOT_LEAVE", "council");
    }

    [Fact]
    public void A_lead_is_not_added_as_a_participant() =>
        UnderWay()
            .When(AllRoles, new AddParticipant(Id, Dudley, ParticipantRole.Lead, Later))
            .ThenRefused("LEAD_IS_APPOINTED", "role");

    [Fact]
    public void A_part_that_is_not_there_cannot_end()
    {
        UnderWay().When(AllRoles, new RemoveParticipant(Id, Dudley, Later)).ThenRefused("NOT_A_PARTICIPANT", "council");
        UnderWay()
            .When(AllRoles, new RemoveParticipant(Id, Coventry, April2021.AddDays(-1)))
            .ThenRefused("INVALID_DATES", "to");
    }

    [Fact]
    public void Participations_have_a_limit()
    {
        var workstream = Nothing().Given(Created, Led);
        for (var number = 2; number < Limits.ParticipationsPerWorkstream; number++)
        {
            workstream.Given(
                new ParticipantJoined(Dudley, ParticipantRole.Deputy, April2021.AddDays(number)),
                new ParticipantLeft(Dudley, April2021.AddDays(number))
            );
        }

        workstream.When(AllRoles, new AppointLead(Id, Coventry, Later)).ThenRefused("TOO_MANY");
        workstream
            .When(AllRoles, new AddParticipant(Id, Coventry, ParticipantRole.Deputy, April2021))
            .Then(new ParticipantJoined(Coventry, ParticipantRole.Deputy, April2021))
            .When(AllRoles, new AddParticipant(Id, "E08000025", ParticipantRole.Deputy, April2021))
            .ThenRefused("TOO_MANY");
    }
}
