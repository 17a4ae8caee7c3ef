using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Themes;
using static RegionalNetwork.Domain.Tests.Federation.FederationSamples;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.Federation;

/// <summary>A priority that comes to a hub from the council's own node.</summary>
public sealed class ReceivePriorityTests
{
    private const string Year = "2022-23";

    private static readonly DateOnly Today = new(2022, 4, 1);
    private static readonly PriorityDetails Details = new("Title", new ThemeChoice("T01", []), "Why", null);

    private static readonly ReceivePriority Receive = new(
        Coventry,
        "a",
        new ShownPriority(Year, Details, PriorityStatus.Approved, "Cabinet", Audience.Network, ["a"]),
        Member
    );

    private static readonly ReceiveHiding Hide = new(Coventry, "a", Member);

    private static readonly ICouncilEvent[] Received =
    [
        new PriorityDeclared(Coventry, "a", Year, PriorityLevel.Council, Details, Audience.Owner, Member.Subject),
        new PriorityStatusChanged("a", PriorityStatus.Approved, "Cabinet"),
        new PriorityAudienceChanged("a", Audience.Network, Today),
    ];

    private readonly GrainSpec<CouncilState, ICouncilCommand, ICouncilEvent> _council = new(
        CouncilState.Initial,
        CouncilDecider.Decide,
        CouncilDecider.Evolve
    );

    [Fact]
    public void It_is_declared_moved_on_and_shown_in_one_step_and_once() =>
        _council.When(Member.Actor, Receive).Then(Received).When(Member.Actor, Receive).ThenNothing();

    [Fact]
    public void What_is_other_than_here_is_changed_and_no_more()
    {
        _council.Given(Received);
        var other = Details with { Title = "Another" };

        _council
            .When(Member.Actor, With(shown => shown with { Details = other }))
            .Then(new PriorityRevised("a", other, Member.Subject))
            .When(Member.Actor, With(shown => shown with { Details = other, Audience = Audience.Public }))
            .Then(new PriorityAudienceChanged("a", Audience.Public, Today))
            .When(
                Member.Actor,
                With(shown => shown with { Details = other, Status = PriorityStatus.Achieved, ApprovedBy = null })
            )
            .Then(
                new PriorityStatusChanged("a", PriorityStatus.Achieved, null),
                new PriorityAudienceChanged("a", Audience.Network, Today)
            );
    }

    [Fact]
    public void The_order_is_that_of_the_node_and_what_it_does_not_show_comes_last()
    {
        _council.Given(Received);
        _council
            .When(Member.Actor, Receive with { Id = "b", Shown = Receive.Shown with { InOrder = ["b", "a"] } })
            .Follow();
        Assert.Equal(["b", "a"], Order());

        _council.When(Member.Actor, With(shown => shown with { InOrder = ["a", "not-here"] })).Follow();
        Assert.Equal(["a", "b"], Order());
        _council.When(Member.Actor, With(shown => shown with { InOrder = [] })).ThenNothing();
    }

    [Fact]
    public void What_is_shown_no_more_is_hidden_and_what_is_not_here_needs_no_hiding()
    {
        _council.When(Member.Actor, Hide).ThenNothing();
        _council
            .Given(Received)
            .When(Member.Actor, Hide)
            .Then(new PriorityAudienceChanged("a", Audience.Owner, Today))
            .When(Member.Actor, Hide)
            .ThenNothing()
            .When(Member.Actor, Receive)
            .Then(new PriorityAudienceChanged("a", Audience.Network, Today));
    }

    [Fact]
    public void Only_a_node_that_is_enrolled_and_speaks_for_the_council_sends_it()
    {
        _council.When(AllRoles, Receive).ThenRefused("NOT_A_MEMBER");
        _council.When(Member.Actor, Receive with { Node = Member with { LeftAt = Now } }).ThenRefused("NOT_A_MEMBER");
        _council
            .When(Member.Actor, Receive with { Node = Member with { Owns = [Place.Council(Dudley)] } })
            .ThenRefused("PRIORITY_NOT_OWNED", "council");
        _council.When(Member.Actor, Receive with { Council = Dudley }).ThenRefused("PRIORITY_NOT_OWNED", "council");
        _council.Given(Received).When(AllRoles, Hide).ThenRefused("NOT_A_MEMBER");
    }

    [Fact]
    public void What_nobody_may_write_changes_nothing()
    {
        (Func<ShownPriority, ShownPriority> Change, string Code)[] wrong =
        [
            (shown => shown with { Details = Details with { Rationale = "Ask a@b.org." } }, "PERSONAL_DATA"),
            (shown => shown with { Details = Details with { Title = "" } }, "TEXT_REQUIRED"),
            (shown => shown with { Details = Details with { Themes = new("T99", []) } }, "THEME_NOT_FOUND"),
            (shown => shown with { Year = "2022" }, "INVALID_YEAR"),
            (shown => shown with { Status = (PriorityStatus)99 }, "INVALID_VALUE"),
            (shown => shown with { Audience = Audience.Owner }, "LEVEL_TOO_NARROW"),
            (shown => shown with { Audience = (Audience)99 }, "LEVEL_TOO_NARROW"),
            (
                shown =>
                    shown with
                    {
                        InOrder = [.. Enumerable.Range(0, Limits.PrioritiesPerYear + 1).Select(i => $"{i}")],
                    },
                "TOO_MANY"
            ),
        ];
        foreach (var (change, code) in wrong)
        {
            _council.When(Member.Actor, With(change)).ThenRefusedFor(code);
        }

        _council.When(Member.Actor, Receive with { Id = "x y" }).ThenRefused("INVALID_ID", "id");
        _council
            .When(Member.Actor, Receive with { Node = Member with { Level = ReleaseLevel.Nation } })
            .ThenRefused("LEVEL_TOO_NARROW", "audience");
        _council
            .Given(Received)
            .When(Member.Actor, With(shown => shown with { Year = "2023-24" }))
            .ThenRefused("ID_TAKEN", "id");
    }

    private string[] Order() => [.. _council.State.Priorities.In(Year).Select(one => one.Id)];

    private static ReceivePriority With(Func<ShownPriority, ShownPriority> change) =>
        Receive with
        {
            Shown = change(Receive.Shown),
        };
}
