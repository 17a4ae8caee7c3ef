using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Commands;
using static RegionalNetwork.Domain.Tests.People;
using static RegionalNetwork.Domain.Tests.Returns.ReturnSamples;

namespace RegionalNetwork.Domain.Tests.Returns;

public sealed class ReturnTests
{
    private static readonly DateTimeOffset Now = new(2022, 4, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2022, 4, 1);
    private static readonly EnterReturn Enter = new(Key, Entry(GoodRows));
    private static readonly SubmitReturn Submit = new(Key, ServiceScope.Childrens, []);
    private static readonly ApproveReturn Approve = new(Key, ServiceScope.Childrens, Draft: 1);
    private static readonly ReleaseReturn ToNetwork = new(Key, ServiceScope.Childrens, ReleaseLevel.Network, null);
    private static readonly Actor Analyst = new("analyst", [new(Role.RegionalAnalyst, Place.Network(WestMidlands))]);

    private static readonly ReturnEvent[] WasSubmitted = [Entered("data"), new ReturnSubmitted([], "data", Now)];
    private static readonly ReturnEvent[] WasApproved = [.. WasSubmitted, new ReturnApproved(1, "approver", Now)];

    private readonly GrainSpec<ReturnState, ReturnCommand, ReturnEvent> _return = new(
        ReturnState.Initial,
        ReturnDecider.Decide,
        ReturnDecider.Evolve
    );

    [Fact]
    public void A_return_goes_from_entry_to_release()
    {
        _return
            .When(DataOfficerOf(Coventry), Enter)
            .Then(Entered("data"))
            .When(DataOfficerOf(Coventry), Enter)
            .ThenNothing()
            .When(PswOf(Coventry), Submit)
            .Then(new ReturnSubmitted([], "psw", Now))
            .When(ApproverOf(Coventry), Approve)
            .Then(new ReturnApproved(1, "approver", Now))
            .When(ApproverOf(Coventry), Approve)
            .ThenNothing()
            .When(ApproverOf(Coventry), ToNetwork)
            .Then(new ReturnReleased(1, ReleaseLevel.Network, null, "approver", Today));

        Assert.Equal(ReturnStatus.Released, _return.State.Return!.Status);
    }

    [Fact]
    public void Only_the_councils_own_people_of_that_service_enter()
    {
        var adults = new Actor(
            "adults",
            [new(Role.PrincipalSocialWorker, Place.Council(Coventry)) { Scope = ServiceScope.Adults }]
        );

        _return.When(DataOfficerOf(Dudley), Enter).ThenRefused("NOT_PERMITTED");
        _return.When(ApproverOf(Coventry), Enter).ThenRefused("NOT_PERMITTED");
        _return.When(adults, Enter).ThenRefused("NOT_PERMITTED");
        _return.When(Operator, Enter).ThenRefused("NOT_PERMITTED");
    }

    [Fact]
    public void People_of_the_other_service_are_told_the_same_whether_there_is_a_return_or_not()
    {
        ReturnCommand[] commands =
        [
            Submit,
            Approve,
            ToNetwork,
            new SendBackReturn(Key, ServiceScope.Childrens, "Check the leavers."),
            new WithdrawReturn(Key, ServiceScope.Childrens, "The wrong year."),
            new AskAboutReturn(Key, ServiceScope.Childrens, WestMidlands, null, null, "Is that right?", IsMember: true),
            new AnswerQuestion(Key, ServiceScope.Childrens, 1, "It is."),
        ];
        Place[] places = [Place.Council(Coventry), Place.Network(WestMidlands)];
        var adults = new Actor(
            "adults",
            [
                .. places.SelectMany(place =>
                    Enum.GetValues<Role>().Select(role => new Grant(role, place) { Scope = ServiceScope.Adults })
                ),
            ]
        );

        foreach (ReturnEvent[] before in new ReturnEvent[][] { [], [Entered("data")], WasSubmitted, WasApproved })
        {
            var spec = new GrainSpec<ReturnState, ReturnCommand, ReturnEvent>(
                ReturnState.Initial,
                ReturnDecider.Decide,
                ReturnDecider.Evolve
            );
            spec.Given(before);
            foreach (var command in commands)
            {
                spec.When(adults, command).ThenRefused("NOT_PERMITTED");
            }
        }
    }

    [Fact]
    public void A_faulty_table_is_not_entered_and_each_fault_has_its_place()
    {
        var faulty = Entry(Rows("White,sixty,6,1", "Mixed,30,3,1", "Unknown,10,1,1", "Total,100,10,3"));

        _return
            .When(DataOfficerOf(Coventry), new EnterReturn(Key, faulty))
            .ThenRefused("FIGURE_NOT_A_NUMBER", "table", "2", "in_post");
    }

    [Fact]
    public void A_council_returns_for_a_period_that_has_come_and_in_which_it_was_there()
    {
        var joint = new ReturnKey("workforce", "202122", Domain.Returns.Collections.ReturnUnit.Find("E06000061")!);

        _return.On(new DateOnly(2021, 9, 29)).When(AllRoles, Enter).ThenRefused("PERIOD_NOT_OVER", "period");
        _return.On(new DateOnly(2021, 9, 30)).When(AllRoles, Enter).Follow();
        Assert.NotNull(_return.State.Return);
        _return
            .When(AllRoles, new EnterReturn(joint with { Period = "202021" }, Entry(GoodRows)))
            .ThenRefusedFor([
                "COUNCIL_NOT_IN_BEING",
                .. Enumerable
                    .Repeat("x", 12)
                    .Select(
                        (_, i) =>
                            i % 3 == 0 ? "PERIOD_WRONG"
                            : i % 3 == 1 ? "COUNCIL_WRONG"
                            : "NAME_WRONG"
                    ),
            ]);
    }

    [Fact]
    public void A_council_is_counted_once() =>
        _return
            .When(DataOfficerOf(Coventry), new EnterReturn(Key, Entry(GoodRows) with { Overlapping = "A+B" }))
            .ThenRefused("UNIT_OVERLAPS", "council");

    [Fact]
    public void Every_warning_is_explained_before_a_return_is_submitted()
    {
        var explained = new Explanation("in_post", "White", "Three teams came over.");

        _return.When(DataOfficerOf(Coventry), new EnterReturn(Key, Entry(GoodRows) with { Prior = LastYear })).Follow();
        _return
            .When(DataOfficerOf(Coventry), Submit)
            .ThenRefused("WARNING_UNEXPLAINED", "explanations", "White", "in_post");
        _return
            .When(DataOfficerOf(Coventry), Submit with { Explanations = [explained with { Text = "Ask a@b.uk" }] })
            .ThenRefused("PERSONAL_DATA", "explanations", "0", "text");
        _return
            .When(DataOfficerOf(Coventry), Submit with { Explanations = [explained with { Text = "=1+1" }] })
            .ThenRefused("TEXT_FORMULA", "explanations", "0", "text");
        _return
            .When(DataOfficerOf(Coventry), Submit with { Explanations = [explained] })
            .Then(new ReturnSubmitted([explained], "data", Now));
    }

    [Fact]
    public void An_explanation_stays_with_its_figure_and_goes_with_it()
    {
        var explained = new Explanation("in_post", "White", "Three teams came over.");
        var changed = Rows("White,61,6,120.5", "Mixed,30,3,40.25", "Unknown,9,1,0", "Total,100,10,160.75");

        _return.Given(Entered("data") with { Explanations = [explained] });

        _return.When(DataOfficerOf(Coventry), Enter).ThenNothing();
        _return.When(DataOfficerOf(Coventry), new EnterReturn(Key, Entry(changed))).Follow();
        Assert.Empty(_return.State.Return!.Draft!.Content.Explanations);
    }

    [Fact]
    public void Another_person_approves_what_they_read()
    {
        var both = new Actor("both", [.. DataOfficerOf(Coventry).Grants, .. ApproverOf(Coventry).Grants]);

        _return.Given(Entered("both"), new ReturnSubmitted([], "data", Now)).When(both, Approve);
        _return.ThenRefused("APPROVER_ENTERED_IT");
        _return.Given(Entered("data"), new ReturnSubmitted([], "both", Now)).When(both, Approve with { Draft = 2 });
        _return.ThenRefused("APPROVER_ENTERED_IT");
        _return.When(ApproverOf(Coventry), Approve).ThenRefused("DRAFT_CHANGED", "draft");
        _return.When(ApproverOf(Dudley), Approve with { Draft = 2 }).ThenRefused("NOT_PERMITTED");
        _return.When(ApproverOf(Coventry), Approve with { Draft = 2 }).Then(new ReturnApproved(1, "approver", Now));
    }

    [Fact]
    public void What_is_sent_back_is_a_draft_again()
    {
        var back = new SendBackReturn(Key, ServiceScope.Childrens, "Check the leavers.");

        _return.Given(Entered("data")).When(ApproverOf(Coventry), back).ThenRefused("RETURN_NOT_SUBMITTED");
        _return
            .Given(new ReturnSubmitted([], "data", Now))
            .When(ApproverOf(Coventry), back)
            .Then(new ReturnSentBack("Check the leavers.", "approver", Now))
            .When(ApproverOf(Coventry), back)
            .ThenNothing()
            .When(ApproverOf(Coventry), Approve)
            .ThenRefused("RETURN_NOT_SUBMITTED");
        Assert.Equal(ReturnStatus.SentBack, _return.State.Return!.Status);
    }

    [Fact]
    public void Levels_widen_and_embargoes_come_nearer()
    {
        var later = ToNetwork with { EmbargoUntil = Today.AddDays(10) };

        _return
            .Given(WasApproved)
            .When(ApproverOf(Coventry), later)
            .Then(new ReturnReleased(1, ReleaseLevel.Network, Today.AddDays(10), "approver", Today))
            .When(ApproverOf(Coventry), later with { EmbargoUntil = Today.AddDays(11) })
            .ThenRefused("EMBARGO_LATER", "embargoUntil");
        _return
            .When(ApproverOf(Coventry), ToNetwork with { Level = ReleaseLevel.Public })
            .Then(new ReturnReleased(1, ReleaseLevel.Public, null, "approver", Today))
            .When(ApproverOf(Coventry), ToNetwork with { Level = ReleaseLevel.Nation })
            .ThenRefused("LEVEL_NARROWER", "level");
        _return.When(ApproverOf(Coventry), ToNetwork with { Level = ReleaseLevel.Public }).ThenNothing();
    }

    [Fact]
    public void An_embargo_has_limits()
    {
        _return.Given(WasApproved);

        Refused(Today.AddDays(-1));
        Refused(Today.AddDays(Limits.EmbargoDays + 1));
        _return.When(ApproverOf(Coventry), ToNetwork with { EmbargoUntil = Today.AddDays(Limits.EmbargoDays) });
        Assert.True(_return.Follow());

        void Refused(DateOnly until) =>
            _return
                .When(ApproverOf(Coventry), ToNetwork with { EmbargoUntil = until })
                .ThenRefused("EMBARGO_INVALID", "embargoUntil");
    }

    [Fact]
    public void A_restated_return_is_the_next_vintage_and_the_older_one_is_seen_until_it_is_released()
    {
        var reason = "A team was left out.";
        var changed = Entry(Rows("White,61,6,1", "Mixed,30,3,1", "Unknown,10,1,1", "Total,101,10,3"));

        _return
            .When(DataOfficerOf(Coventry), new RestateReturn(Key, changed, reason))
            .ThenRefused("RETURN_NOT_APPROVED");
        _return.Given(WasApproved).Given(new ReturnReleased(1, ReleaseLevel.Nation, null, "approver", Today));
        _return.When(DataOfficerOf(Coventry), Enter).ThenRefused("RETURN_APPROVED", "period");
        Assert.True(_return.When(DataOfficerOf(Coventry), new RestateReturn(Key, changed, reason)).Follow());
        Assert.True(_return.When(DataOfficerOf(Coventry), Submit).Follow());
        Assert.True(_return.When(ApproverOf(Coventry), Approve with { Draft = 2 }).Follow());

        Assert.Equal(1, _return.State.Return!.ReleasedOn(Today)!.Number);
        _return.When(ApproverOf(Coventry), ToNetwork).ThenRefused("LEVEL_NARROWER", "level");
        Assert.True(_return.When(ApproverOf(Coventry), ToNetwork with { Level = ReleaseLevel.Nation }).Follow());
        Assert.Equal(2, _return.State.Return!.ReleasedOn(Today)!.Number);
    }

    [Fact]
    public void A_withdrawn_return_is_seen_no_more_and_can_be_restated()
    {
        var withdraw = new WithdrawReturn(Key, ServiceScope.Childrens, "The wrong year.");

        _return
            .Given(WasApproved)
            .Given(new ReturnReleased(1, ReleaseLevel.Network, null, "approver", Today))
            .When(ApproverOf(Coventry), withdraw)
            .Then(new ReturnWithdrawn("The wrong year.", "approver", Today))
            .When(ApproverOf(Coventry), withdraw)
            .ThenNothing()
            .When(ApproverOf(Coventry), ToNetwork)
            .ThenRefused("RETURN_WITHDRAWN");
        Assert.Null(_return.State.Return!.ReleasedOn(Today));
        Assert.True(
            _return.When(DataOfficerOf(Coventry), new RestateReturn(Key, Entry(GoodRows), "Right now.")).Follow()
        );
    }

    [Fact]
    public void An_analyst_asks_about_what_a_member_handed_in_and_the_council_answers()
    {
        var ask = new AskAboutReturn(
            Key,
            ServiceScope.Childrens,
            WestMidlands,
            "in_post",
            "White",
            "Is that right?",
            IsMember: true
        );
        var answer = new AnswerQuestion(Key, ServiceScope.Childrens, 1, "It is.");

        _return.Given(Entered("data")).When(Analyst, ask).ThenRefused("RETURN_NOT_FOUND", "period");
        _return.Given(new ReturnSubmitted([], "data", Now));
        _return.When(Analyst, ask with { Network = "london" }).ThenRefused("NOT_PERMITTED");
        _return.When(Analyst, ask with { IsMember = false }).ThenRefused("NOT_A_MEMBER", "network");
        _return.When(Analyst, ask with { Field = "no" }).ThenRefused("FIELD_NOT_FOUND", "field");
        _return
            .When(Analyst, ask)
            .Then(new QuestionAsked(1, WestMidlands, "in_post", "White", "Is that right?", "analyst", Now))
            .When(DataOfficerOf(Coventry), answer with { Question = 2 })
            .ThenRefused("QUESTION_NOT_FOUND", "question");
        _return
            .When(DataOfficerOf(Coventry), answer)
            .Then(new QuestionAnswered(1, "It is.", "data", Now))
            .When(DataOfficerOf(Coventry), answer)
            .ThenNothing();
    }

    [Fact]
    public void Three_hundred_figures_take_about_five_kilobytes()
    {
        var fields = string.Join(',', Enumerable.Range(0, 300).Select(i => $"item_{i:000}_abcd"));
        var entered = Entered("data") with
        {
            Fields = fields,
            Rows = [new ReturnRow("Total", string.Join(',', Enumerable.Repeat("12", 300)))],
        };

        Assert.InRange(Facts.Of(entered).Length, 4_000, 6_000);
    }
}
