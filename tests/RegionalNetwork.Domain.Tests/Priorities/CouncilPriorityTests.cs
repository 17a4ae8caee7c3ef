using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Themes;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.Priorities;

public sealed class CouncilPriorityTests
{
    private const string Year = "2022-23";

    private static readonly PriorityDetails Details = new(
        "Anti-racist practice",
        new ThemeChoice("T01", ["T03", "T06"]),
        "Why.\n\nWhat.",
        new PriorityAlignment(WestMidlands, "The regional workstream")
    );

    private readonly GrainSpec<CouncilState, ICouncilCommand, ICouncilEvent> _council = new(
        CouncilState.Initial,
        CouncilDecider.Decide,
        CouncilDecider.Evolve
    );

    [Fact]
    public void A_declared_priority_is_proposed_and_last_in_rank()
    {
        _council.Given(Declared("a")).When(AllRoles, Declare("b", Details)).Then(Declared("b"));

        var priority = _council.State.Priorities.Find("b")!;
        Assert.Equal((PriorityStatus.Proposed, 2, Wolverhampton), (priority.Status, priority.Rank, priority.Owner));
    }

    [Fact]
    public void Text_is_kept_trimmed() =>
        _council
            .When(
                AllRoles,
                Declare("a", Details with { Title = "  Anti-racist practice ", Rationale = "Why.\r\n\r\nWhat. " })
            )
            .Then(Declared("a"));

    [Fact]
    public void The_same_declaration_again_changes_nothing() =>
        _council.Given(Declared("a")).When(AllRoles, Declare("a", Details)).ThenNothing();

    [Fact]
    public void An_identifier_is_used_once() =>
        _council
            .Given(Declared("a"))
            .When(AllRoles, Declare("a", Details with { Title = "Another" }))
            .ThenRefused("ID_TAKEN", "id");

    [Fact]
    public void Everything_wrong_is_said_at_once()
    {
        var details = new PriorityDetails(" ", new ThemeChoice("T17", ["T01", "T01"]), "a\0b", new("x y", "a@b.org"));

        _council
            .When(AllRoles, new DeclarePriority(Wolverhampton, "?", "2022", details))
            .ThenRefusedFor(
                "INVALID_ID",
                "INVALID_YEAR",
                "THEME_NOT_FOUND",
                "THEME_REPEATED",
                "TEXT_REQUIRED",
                "CONTROL_CHARACTERS",
                "INVALID_ID",
                "PERSONAL_DATA"
            );
    }

    [Fact]
    public void A_title_has_a_limit()
    {
        var longest = Details with { Title = new string('a', Limits.TitleCharacters) };

        _council
            .When(AllRoles, Declare("b", longest with { Title = longest.Title + "a" }))
            .ThenRefused("TEXT_TOO_LONG", "title");
        _council.When(AllRoles, Declare("a", longest)).Then(Declared("a", longest));
    }

    [Fact]
    public void A_rationale_has_a_limit()
    {
        var longest = Details with { Rationale = new string('a', Limits.TextCharacters) };

        _council
            .When(AllRoles, Declare("b", longest with { Rationale = longest.Rationale + "a" }))
            .ThenRefused("TEXT_TOO_LONG", "rationale");
        _council.When(AllRoles, Declare("a", longest)).Then(Declared("a", longest));
    }

    [Fact]
    public void There_are_two_further_themes_at_most() =>
        _council
            .When(AllRoles, Declare("a", Details with { Themes = new ThemeChoice("T01", ["T02", "T03", "T04"]) }))
            .ThenRefused("TOO_MANY", "furtherThemes");

    [Fact]
    public void A_year_holds_a_limited_number()
    {
        _council.Given(Enumerable.Range(2, Limits.PrioritiesPerYear - 1).Select(number => Declared($"p{number}")));

        _council.When(AllRoles, Declare("last", Details)).Then(Declared("last"));
        _council.When(AllRoles, Declare("over", Details)).ThenRefused("TOO_MANY_PRIORITIES", "year");
    }

    [Fact]
    public void An_owner_keeps_a_limited_number()
    {
        var years = Limits.PrioritiesPerOwner / Limits.PrioritiesPerYear;
        _council.Given(
            Enumerable
                .Range(1, Limits.PrioritiesPerOwner - 1)
                .Select(number => new PriorityDeclared(
                    Wolverhampton,
                    $"p{number}",
                    $"{new FinancialYear(2030 + (number % years))}",
                    PriorityLevel.Council,
                    Details,
                    Audience.Owner,
                    AllRoles.Subject
                ))
        );

        _council.When(AllRoles, Declare("last", Details)).Then(Declared("last"));
        _council.When(AllRoles, Declare("over", Details)).ThenRefused("TOO_MANY_PRIORITIES");
    }

    [Fact]
    public void A_council_is_named_by_its_nine_character_code()
    {
        _council
            .When(AllRoles, new DeclarePriority("336", "a", Year, Details))
            .ThenRefused("COUNCIL_NOT_FOUND", "council");
        _council
            .When(AllRoles, new RevisePriority("E06000999", "a", Details))
            .ThenRefused("COUNCIL_NOT_FOUND", "council");
    }

    [Fact]
    public void Only_its_own_people_manage_a_councils_priorities()
    {
        Actor[] others =
        [
            PswOf(Coventry),
            DataOfficerOf(Wolverhampton),
            Coordinator,
            NationalOffice,
            Operator,
            new("nobody", []),
        ];
        ICouncilCommand[] commands =
        [
            Declare("b", Details),
            new RevisePriority(Wolverhampton, "a", Details),
            new ChangePriorityStatus(Wolverhampton, "a", PriorityStatus.Approved, null),
            new RankPriorities(Wolverhampton, Year, ["a"]),
        ];
        _council.Given(Declared("a"));

        foreach (var (other, command) in others.SelectMany(other => commands.Select(command => (other, command))))
        {
            _council.When(other, command).ThenRefused("NOT_PERMITTED");
        }
    }

    [Fact]
    public void A_revision_replaces_the_wording()
    {
        var revised = Details with { Title = "Anti-racist leadership", Alignment = null };

        _council
            .Given(Declared("a"))
            .When(PswOf(Wolverhampton), new RevisePriority(Wolverhampton, "a", revised))
            .Then(new PriorityRevised("a", revised, "psw"))
            .When(PswOf(Wolverhampton), new RevisePriority(Wolverhampton, "a", revised))
            .ThenNothing();
    }

    [Theory]
    [InlineData(PriorityStatus.Withdrawn)]
    [InlineData(PriorityStatus.Achieved)]
    [InlineData(PriorityStatus.CarriedForward)]
    public void An_ended_priority_keeps_its_wording(PriorityStatus status) =>
        _council
            .Given(Declared("a"), new PriorityStatusChanged("a", status, null))
            .When(AllRoles, new RevisePriority(Wolverhampton, "a", Details with { Title = "Another" }))
            .ThenRefused("PRIORITY_ENDED", "id");

    [Fact]
    public void A_priority_that_is_not_there_is_refused()
    {
        _council
            .When(AllRoles, new RevisePriority(Wolverhampton, "a", Details))
            .ThenRefused("PRIORITY_NOT_FOUND", "id");
        _council
            .When(
                ApproverOf(Wolverhampton),
                new ChangePriorityStatus(Wolverhampton, "a", PriorityStatus.Approved, null)
            )
            .ThenRefused("PRIORITY_NOT_FOUND", "id");
    }

    [Fact]
    public void The_approving_body_is_kept_through_later_changes()
    {
        _council
            .Given(Declared("a"))
            .When(
                ApproverOf(Wolverhampton),
                new ChangePriorityStatus(Wolverhampton, "a", PriorityStatus.Approved, "Cabinet")
            )
            .Then(new PriorityStatusChanged("a", PriorityStatus.Approved, "Cabinet"))
            .When(
                ApproverOf(Wolverhampton),
                new ChangePriorityStatus(Wolverhampton, "a", PriorityStatus.Approved, null)
            )
            .ThenNothing()
            .When(AllRoles, new ChangePriorityStatus(Wolverhampton, "a", PriorityStatus.InProgress, null))
            .Then(new PriorityStatusChanged("a", PriorityStatus.InProgress, null));

        Assert.Equal("Cabinet", _council.State.Priorities.Find("a")!.ApprovedBy);
    }

    [Fact]
    public void Only_an_approval_names_an_approving_body() =>
        _council
            .Given(Declared("a"))
            .When(AllRoles, new ChangePriorityStatus(Wolverhampton, "a", PriorityStatus.Withdrawn, "Cabinet"))
            .ThenRefused("APPROVING_BODY_NOT_EXPECTED", "approvedBy");

    [Fact]
    public void Nobody_approves_what_they_worded_themselves()
    {
        var both = new Actor(
            "both",
            [
                new(Role.PrincipalSocialWorker, Place.Council(Wolverhampton)),
                new(Role.CouncilApprover, Place.Council(Wolverhampton)),
            ]
        );
        var approve = new ChangePriorityStatus(Wolverhampton, "a", PriorityStatus.Approved, null);
        var revised = Details with { Title = "Another" };

        _council.Given(Declared("a")).When(both, new RevisePriority(Wolverhampton, "a", revised));
        _council.Follow();
        _council.When(both, approve).ThenRefused("APPROVER_WORDED_IT", "status");
        _council.When(PswOf(Wolverhampton), approve).ThenRefused("NOT_PERMITTED");
        _council
            .When(ApproverOf(Wolverhampton), approve)
            .Then(new PriorityStatusChanged("a", PriorityStatus.Approved, null));
    }

    [Fact]
    public void A_priority_is_its_councils_own_until_it_is_shown_to_others()
    {
        ChangePriorityAudience Show(Audience audience) => new(Wolverhampton, "a", audience);

        _council.When(PswOf(Wolverhampton), Declare("a", Details)).Follow();
        Assert.Equal(Audience.Owner, _council.State.Priorities.Find("a")!.Audience);

        _council.When(PswOf(Wolverhampton), Show(Audience.Public)).ThenRefused("NOT_PERMITTED");
        _council.When(PswOf(Wolverhampton), Show(Audience.Network)).Follow();
        _council.When(ApproverOf(Wolverhampton), Show(Audience.Public)).Follow();
        _council.When(PswOf(Wolverhampton), Show(Audience.Owner)).ThenRefused("NOT_PERMITTED");
        _council.When(ApproverOf(Wolverhampton), Show(Audience.Owner)).Follow();

        Assert.Equal(Audience.Owner, _council.State.Priorities.Find("a")!.Audience);
    }

    [Fact]
    public void A_status_follows_only_where_the_table_says_so()
    {
        foreach (var from in Enum.GetValues<PriorityStatus>())
        {
            foreach (var to in Enum.GetValues<PriorityStatus>().Where(to => to != from))
            {
                var council = new GrainSpec<CouncilState, ICouncilCommand, ICouncilEvent>(
                    CouncilState.Initial,
                    CouncilDecider.Decide,
                    CouncilDecider.Evolve
                )
                    .Given(Declared("a"), new PriorityStatusChanged("a", from, null))
                    .When(
                        AllRoles with
                        {
                            Subject = "another",
                        },
                        new ChangePriorityStatus(Wolverhampton, "a", to, null)
                    );

                if (PriorityStatuses.After(from).Contains(to))
                {
                    council.Then(new PriorityStatusChanged("a", to, null));
                }
                else
                {
                    council.ThenRefused("STATUS_CANNOT_FOLLOW", "status");
                }
            }
        }
    }

    [Fact]
    public void Withdrawn_is_final() => Assert.Empty(PriorityStatuses.After(PriorityStatus.Withdrawn));

    [Fact]
    public void A_value_outside_an_enumeration_is_refused() =>
        _council
            .Given(Declared("a"))
            .When(AllRoles, new ChangePriorityStatus(Wolverhampton, "a", (PriorityStatus)99, null))
            .ThenRefused("INVALID_VALUE", "status");

    [Fact]
    public void Ranking_puts_a_year_in_order()
    {
        _council
            .Given(Declared("a"), Declared("b"), Declared("c"))
            .When(AllRoles, new RankPriorities(Wolverhampton, Year, ["c", "a", "b"]))
            .Then(new PrioritiesRanked(Year, ["c", "a", "b"]))
            .When(AllRoles, new RankPriorities(Wolverhampton, Year, ["c", "a", "b"]))
            .ThenNothing();

        Assert.Equal(["c1", "a2", "b3"], _council.State.Priorities.In(Year).Select(p => $"{p.Id}{p.Rank}"));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a,a")]
    [InlineData("a,b,b")]
    [InlineData("a,x")]
    [InlineData("")]
    public void A_ranking_names_every_priority_once(string ids) =>
        _council
            .Given(Declared("a"), Declared("b"))
            .When(
                AllRoles,
                new RankPriorities(Wolverhampton, Year, ids.Split(',', StringSplitOptions.RemoveEmptyEntries))
            )
            .ThenRefused("RANKING_INCOMPLETE", "ids");

    private static DeclarePriority Declare(string id, PriorityDetails details) => new(Wolverhampton, id, Year, details);

    private static PriorityDeclared Declared(string id) => Declared(id, Details);

    private static PriorityDeclared Declared(string id, PriorityDetails details) =>
        new(Wolverhampton, id, Year, PriorityLevel.Council, details, Audience.Owner, AllRoles.Subject);
}
