using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Workstreams;
using static RegionalNetwork.Domain.Tests.People;
using static RegionalNetwork.Domain.Tests.Workstreams.Streams;

namespace RegionalNetwork.Domain.Tests.Workstreams;

public sealed class WorkstreamTests
{
    private static readonly CreateWorkstream Create = new(Id, WestMidlands, Wolverhampton, April2021, Details);

    [Fact]
    public void A_new_workstream_is_proposed_with_its_lead()
    {
        var workstream = Nothing().When(Coordinator, Create).Then(Created, Led).When(Coordinator, Create).ThenNothing();

        Assert.Equal(WorkstreamStatus.Proposed, workstream.State.Workstream!.Status);
        Assert.Equal(Wolverhampton, workstream.State.Workstream.LeadCouncil);
        workstream.When(AllRoles, Create with { Network = null }).ThenRefused("ID_TAKEN", "id");
    }

    [Fact]
    public void A_network_can_lead_a_workstream_itself() =>
        Nothing().When(Coordinator, Create with { LeadCouncil = null }).Then(Created);

    [Fact]
    public void Everything_wrong_is_said_at_once() =>
        Nothing()
            .When(
                AllRoles,
                new CreateWorkstream("a b", "c d", "E1", April2021, Details with { Title = "", Aims = [" "] })
            )
            .ThenRefusedFor("INVALID_ID", "INVALID_ID", "COUNCIL_NOT_FOUND", "TEXT_REQUIRED", "TEXT_REQUIRED");

    [Fact]
    public void Aims_have_a_limit()
    {
        var most = Details with
        {
            Aims = [.. Enumerable.Range(1, Limits.AimsPerWorkstream).Select(aim => $"Aim {aim}")],
        };
        var over = most with { Aims = [.. most.Aims, "One more"] };

        UnderWay().When(AllRoles, new ReviseWorkstream(Id, most)).Then(new WorkstreamRevised(most));
        UnderWay().When(AllRoles, new ReviseWorkstream(Id, over)).ThenRefused("TOO_MANY", "aims");
    }

    [Fact]
    public void A_line_has_a_limit()
    {
        var longest = Details with { Aims = [new string('a', Limits.LineCharacters)] };
        var over = Details with { Aims = [new string('a', Limits.LineCharacters + 1)] };

        UnderWay().When(AllRoles, new ReviseWorkstream(Id, longest)).Then(new WorkstreamRevised(longest));
        UnderWay().When(AllRoles, new ReviseWorkstream(Id, over)).ThenRefused("TEXT_TOO_LONG", "aims", "0");
    }

    [Fact]
    public void A_closed_workstream_refuses_every_change()
    {
        var closed = UnderWay()
            .Given(
                new ActionAdded("a", ActionDetails),
                new PracticeEventPlanned("e", Masterclass),
                new WorkstreamStatusChanged(WorkstreamStatus.Closed)
            );

        foreach (var command in Commands)
        {
            closed.When(AllRoles, command).ThenRefused("WORKSTREAM_CLOSED");
        }

        closed.When(AllRoles, new ChangeWorkstreamStatus(Id, WorkstreamStatus.Closed)).ThenNothing();
    }

    [Fact]
    public void A_status_follows_only_where_the_table_says_so()
    {
        foreach (var from in Enum.GetValues<WorkstreamStatus>().Where(from => from != WorkstreamStatus.Closed))
        {
            foreach (var to in Enum.GetValues<WorkstreamStatus>().Where(to => to != from))
            {
                var workstream = Nothing()
                    .Given(Created, new WorkstreamStatusChanged(from))
                    .When(AllRoles, new ChangeWorkstreamStatus(Id, to));

                if (WorkstreamStatuses.After(from).Contains(to))
                {
                    workstream.Then(new WorkstreamStatusChanged(to));
                }
                else
                {
                    workstream.ThenRefused("STATUS_CANNOT_FOLLOW", "status");
                }
            }
        }
    }

    [Fact]
    public void Those_who_manage_it_may_do_everything()
    {
        Actor[] managers = [AllRoles, Coordinator, PswOf(Wolverhampton)];
        foreach (var manager in managers)
        {
            foreach (var command in Commands)
            {
                var workstream = UnderWay()
                    .Given(new ActionAdded("a", ActionDetails), new PracticeEventPlanned("e", Masterclass))
                    .When(manager, command);

                Assert.True(workstream.Follow(), $"{manager.Subject}: {command}");
            }

            Assert.True(Nothing().When(manager, Create).Follow());
        }
    }

    [Fact]
    public void Others_may_not_change_it()
    {
        // Of those only the analyst sees a workstream that is not public: to the others it is not there.
        var analyst = new Actor("analyst", [new Grant(Role.RegionalAnalyst, Place.Network(WestMidlands))]);
        Actor[] others =
        [
            OtherCoordinator,
            NationalOffice,
            Operator,
            PswOf(Dudley),
            DataOfficerOf(Wolverhampton),
            analyst,
        ];
        foreach (var other in others)
        {
            foreach (var command in Commands)
            {
                UnderWay()
                    .Given(new ActionAdded("a", ActionDetails), new PracticeEventPlanned("e", Masterclass))
                    .When(other, command)
                    .ThenRefused(
                        other == analyst ? "NOT_PERMITTED" : "WORKSTREAM_NOT_FOUND",
                        other == analyst ? [] : ["workstream"]
                    );
            }

            Nothing().When(other, Create).ThenRefused("NOT_PERMITTED");
        }
    }

    [Fact]
    public void A_participant_may_add_and_change_only_its_own_actions()
    {
        var others = new WorkstreamActionDetails("Theirs", Wolverhampton, null);
        var workstream = UnderWay()
            .Given(new ActionAdded("theirs", others))
            .When(PswOf(Coventry), new AddAction(Id, "own", ActionDetails))
            .Then(new ActionAdded("own", ActionDetails))
            .When(PswOf(Coventry), new ChangeActionStatus(Id, "own", ActionStatus.OnTrack))
            .Then(new ActionStatusChanged("own", ActionStatus.OnTrack));

        WorkstreamCommand[] notTheirs =
        [
            new AddAction(Id, "more", others),
            new ReviseAction(Id, "own", others),
            new ReviseAction(Id, "theirs", ActionDetails),
            new ChangeActionStatus(Id, "theirs", ActionStatus.Done),
            new ReviseWorkstream(Id, Details),
            new CancelPracticeEvent(Id, "e"),
        ];
        Assert.All(notTheirs, command => workstream.When(PswOf(Coventry), command).ThenRefused("NOT_PERMITTED"));
    }

    [Fact]
    public void A_workstream_that_is_not_there_is_refused() =>
        Nothing().When(AllRoles, new ReviseWorkstream(Id, Details)).ThenRefused("WORKSTREAM_NOT_FOUND", "workstream");
}
