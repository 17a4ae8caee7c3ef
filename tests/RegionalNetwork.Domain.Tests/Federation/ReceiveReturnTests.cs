using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Commands;
using static RegionalNetwork.Domain.Tests.Federation.FederationSamples;
using static RegionalNetwork.Domain.Tests.People;
using static RegionalNetwork.Domain.Tests.Returns.ReturnSamples;

namespace RegionalNetwork.Domain.Tests.Federation;

/// <summary>A return that comes to a hub from the council's own node.</summary>
public sealed class ReceiveReturnTests
{
    private const string Approver = "member:coventry:approver";

    private static readonly DateOnly Today = new(2022, 4, 1);

    private static readonly ReceiveReturn Receive = new(
        Returns.ReturnSamples.Key,
        Entry(GoodRows),
        ReleaseLevel.Network,
        Today,
        Member
    );

    private static readonly ReceiveWithdrawal Withdraw = new(Returns.ReturnSamples.Key, ServiceScope.Childrens, Member);

    private static readonly ReturnEvent[] Received =
    [
        Entered(Member.Subject),
        new ReturnSubmitted([], Member.Subject, Now),
        new ReturnApproved(1, Approver, Now),
        new ReturnReleased(1, ReleaseLevel.Network, null, Approver, Today),
    ];

    private readonly GrainSpec<ReturnState, ReturnCommand, ReturnEvent> _return = new(
        ReturnState.Initial,
        ReturnDecider.Decide,
        ReturnDecider.Evolve
    );

    [Fact]
    public void It_is_entered_submitted_approved_and_released_in_one_step_and_once() =>
        _return
            .When(Member.Actor, Receive)
            .Then(Received)
            .When(Member.Actor, Receive)
            .ThenNothing()
            .When(Member.Actor, Receive with { Level = ReleaseLevel.Public })
            .Then(new ReturnReleased(1, ReleaseLevel.Public, null, Approver, Today));

    [Fact]
    public void Other_figures_are_the_next_vintage()
    {
        var rows = Rows("White,61,6,120.5", "Mixed,30,3,40.25", "Unknown,10,1,0", "Total,101,10,160.75");

        _return.Given(Received).When(Member.Actor, Receive with { Entry = Entry(rows) }).Follow();

        var latest = _return.State.Return!.Latest!;
        Assert.Equal((2, "Restated by the council."), (latest.Number, latest.Content.Reason));
        Assert.Equal(61, latest.Content.Figures.Find("White", "in_post")!.Value.Value);
        Assert.Equal(ReturnStatus.Released, _return.State.Return.Status);
    }

    [Fact]
    public void Only_a_node_that_is_enrolled_and_speaks_for_the_council_sends_it()
    {
        _return.When(DataOfficerOf(Coventry), Receive).ThenRefused("NOT_A_MEMBER");
        _return.When(AllRoles, Receive).ThenRefused("NOT_A_MEMBER");
        _return.When(Member.Actor, Receive with { Node = Member with { LeftAt = Now } }).ThenRefused("NOT_A_MEMBER");
        _return
            .When(Member.Actor, Receive with { Node = Member with { Owns = [Place.Council(Dudley)] } })
            .ThenRefused("RETURN_NOT_OWNED", "return");
        _return.Given(Received).When(AllRoles, Withdraw).ThenRefused("NOT_A_MEMBER");
    }

    [Fact]
    public void A_faulty_table_changes_nothing()
    {
        _return
            .When(
                Member.Actor,
                Receive with
                {
                    Entry = Entry(Rows("White,many,6,1", "Mixed,30,3,1", "Unknown,10,1,1", "Total,85,10,3")),
                }
            )
            .ThenRefusedFor("FIGURE_NOT_A_NUMBER");
        _return
            .When(
                Member.Actor,
                Receive with
                {
                    Entry = Entry(Rows("White,6000,6,1", "Mixed,30,3,1", "Unknown,10,1,1", "Total,6040,10,3")),
                }
            )
            .ThenRefusedFor("FIGURE_TOO_LARGE", "FIGURE_TOO_LARGE");
    }

    [Fact]
    public void What_is_unusual_was_explained_at_the_node()
    {
        _return.When(Member.Actor, Receive with { Entry = Entry(GoodRows) with { Prior = LastYear } }).Follow();

        var content = _return.State.Return!.Latest!.Content;
        Assert.NotEmpty(content.Warnings);
        Assert.Empty(content.Unexplained);
    }

    [Fact]
    public void What_the_council_explains_is_kept_and_nothing_is_put_in_its_place()
    {
        var entry = Entry(GoodRows) with { Prior = LastYear };
        _return.When(Member.Actor, Receive with { Entry = entry }).Follow();
        var warned = _return.State.Return!.Latest!.Content.Warnings;
        var explained = new Explanation(warned[0].Field, warned[0].Item, "Two teams joined.");
        var another = new Explanation("in_post", "Mixed", "Counted on the last day.");

        _return
            .When(Member.Actor, Receive with { Entry = entry with { Explanations = [explained, another] } })
            .Follow();

        var content = _return.State.Return!.Latest!.Content;
        Assert.Equal([explained, another], ReceiveReturn.OfCouncil(content.Explanations));
        Assert.Empty(content.Unexplained);
        Assert.Equal("Two teams joined.", content.Explanations.Single(one => one.IsAbout(warned[0])).Text);
    }

    [Fact]
    public void The_same_figures_explained_otherwise_are_the_next_vintage_and_again_they_are_none()
    {
        var explained = Receive with
        {
            Entry = Entry(GoodRows) with { Explanations = [new Explanation("in_post", "Total", "Two teams joined.")] },
        };

        _return.Given(Received).When(Member.Actor, explained).Follow();
        Assert.Equal(2, _return.State.Return!.Latest!.Number);
        _return.When(Member.Actor, explained).ThenNothing();
        _return.When(Member.Actor, Receive).Follow();
        Assert.Equal(3, _return.State.Return.Latest!.Number);
        Assert.Empty(_return.State.Return.Latest.Content.Explanations);
    }

    [Fact]
    public void What_no_upload_may_explain_changes_nothing()
    {
        (Explanation Explanation, string Code)[] wrong =
        [
            (new("in_post", "Total", "Ask somebody@council.gov.uk."), "PERSONAL_DATA"),
            (new("in_post", "Total", "=1+1"), "TEXT_FORMULA"),
            (new("in_post", "Total", " "), "TEXT_REQUIRED"),
            (new("in_post", "Total", new string('a', Limits.ReturnNoteCharacters + 1)), "TEXT_TOO_LONG"),
            (new("unknown", "Total", "Why."), "FIELD_NOT_FOUND"),
            (new("in_post", "Unknown item", "Why."), "ITEM_NOT_FOUND"),
        ];
        foreach (var (explanation, code) in wrong)
        {
            _return
                .When(Member.Actor, Receive with { Entry = Entry(GoodRows) with { Explanations = [explanation] } })
                .ThenRefusedFor(code);
        }
    }

    [Fact]
    public void What_the_hub_is_not_for_and_what_would_become_narrower_is_refused()
    {
        var national = Member with { Level = ReleaseLevel.Nation };

        _return.When(Member.Actor, Receive with { Node = national }).ThenRefused("LEVEL_TOO_NARROW", "level");
        _return
            .Given(Received[..3])
            .Given(new ReturnReleased(1, ReleaseLevel.Public, null, Approver, Today))
            .When(Member.Actor, Receive)
            .ThenRefused("LEVEL_NARROWER", "level");
    }

    [Fact]
    public void What_is_not_to_be_seen_yet_is_kept_under_embargo()
    {
        _return.When(Member.Actor, Receive with { From = Today.AddDays(3) }).Follow();

        Assert.Null(_return.State.Return!.ReleasedOn(Today));
        Assert.NotNull(_return.State.Return.ReleasedOn(Today.AddDays(3)));
    }

    [Fact]
    public void A_withdrawal_withdraws_what_is_here_and_what_is_sent_again_stands_again()
    {
        _return.When(Member.Actor, Withdraw).ThenNothing();
        _return
            .Given(Received)
            .When(Member.Actor, Withdraw)
            .Then(new ReturnWithdrawn("Withdrawn by the council.", Approver, Today))
            .When(Member.Actor, Withdraw)
            .ThenNothing()
            .When(Member.Actor, Receive)
            .Follow();
        Assert.Equal((2, ReturnStatus.Released), (_return.State.Return!.Latest!.Number, _return.State.Return.Status));
    }
}
