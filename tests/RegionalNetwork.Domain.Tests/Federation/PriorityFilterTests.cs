using RegionalNetwork.Domain.Federation.Links;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Themes;
using static RegionalNetwork.Domain.Tests.Federation.FederationSamples;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.Federation;

/// <summary>What leaves a council's node of its priorities.</summary>
public sealed class PriorityFilterTests
{
    private const string Address = $"priority.{Coventry}.a";
    private const string Year = "2022-23";

    private static readonly DateOnly Today = new(2022, 4, 1);
    private static readonly PriorityDetails Details = new("Title", new ThemeChoice("T01", []), "Why", null);

    private readonly GrainSpec<LinkState, LinkCommand, LinkEvent> _link = AtNode().Given(Joined);
    private PriorityBook _book = PriorityBook.Empty;

    private HubLink Link => _link.State.Link!;

    [Fact]
    public void Nothing_leaves_of_what_only_its_own_people_see()
    {
        Happens(Declared("a"), new PriorityRevised("a", Details with { Title = "B" }, "psw"));

        Assert.Null(Due(Today));
        Assert.Null(PriorityFilter.MayLeave(Link, _book, "a", Today));
    }

    [Fact]
    public void What_is_shown_is_due_once_and_again_after_each_change()
    {
        Happens(Declared("a"), new PriorityAudienceChanged("a", Audience.Network, Today));
        QueueDue(MessageKind.PriorityShown, ReleaseLevel.Network);
        Assert.Null(Due(Today));

        Happens(new PriorityRevised("a", Details with { Title = "B" }, "psw"));
        QueueDue(MessageKind.PriorityShown, ReleaseLevel.Network);
        Happens(new PriorityStatusChanged("a", PriorityStatus.Approved, "Cabinet"));
        QueueDue(MessageKind.PriorityShown, ReleaseLevel.Network);
        Happens(new PriorityAudienceChanged("a", Audience.Public, Today));
        QueueDue(MessageKind.PriorityShown, ReleaseLevel.Public);
        Happens(Declared("b"), new PrioritiesRanked(Year, ["b", "a"]));
        QueueDue(MessageKind.PriorityShown, ReleaseLevel.Public);
        Assert.Null(Due(Today));
    }

    [Fact]
    public void It_leaves_as_it_stands_with_the_order_of_what_is_shown()
    {
        Happens(
            Declared("a"),
            Declared("b"),
            Declared("c"),
            new PriorityAudienceChanged("a", Audience.Network, Today),
            new PriorityAudienceChanged("c", Audience.Public, Today),
            new PriorityRevised("a", Details with { Title = "As it stands" }, "psw"),
            new PrioritiesRanked(Year, ["c", "b", "a"])
        );

        var shown = PriorityFilter.MayLeave(Link, _book, "a", Today)!;

        Assert.Equal(("As it stands", Audience.Network), (shown.Details.Title, shown.Audience));
        Assert.Equal(["c", "a"], shown.InOrder);
        _link.Given(Joined with { Level = ReleaseLevel.Nation });
        Assert.Null(PriorityFilter.MayLeave(Link, _book, "a", Today));
        Assert.Equal(["c"], PriorityFilter.MayLeave(Link, _book, "c", Today)!.InOrder);
    }

    [Fact]
    public void What_is_shown_no_more_or_less_far_is_hidden_there_once()
    {
        _link.Given(Joined with { Level = ReleaseLevel.Nation });
        Happens(Declared("a"), new PriorityAudienceChanged("a", Audience.Network, Today));
        Assert.Null(Due(Today));
        Happens(new PriorityAudienceChanged("a", Audience.Public, Today));
        QueueDue(MessageKind.PriorityShown, ReleaseLevel.Public);

        Happens(new PriorityAudienceChanged("a", Audience.Network, Today));
        QueueDue(MessageKind.PriorityHidden, ReleaseLevel.Public);
        Assert.Null(Due(Today));
        Happens(new PriorityAudienceChanged("a", Audience.Public, Today));
        QueueDue(MessageKind.PriorityShown, ReleaseLevel.Public);
    }

    [Fact]
    public void Who_leaves_may_have_hidden_what_was_sent_and_sends_nothing_more()
    {
        Happens(Declared("a"), new PriorityAudienceChanged("a", Audience.Network, Today));
        QueueDue(MessageKind.PriorityShown, ReleaseLevel.Network);
        var stays = Link with { Leaving = LeavingHow.WhatWasSentStays };
        var goes = Link with { Leaving = LeavingHow.WhatWasSentIsWithdrawn };

        Assert.Null(PriorityFilter.Due(stays, _book.Find("a")!, Today));
        Assert.Equal(MessageKind.PriorityHidden, PriorityFilter.Due(goes, _book.Find("a")!, Today)!.Kind);
        Assert.Null(PriorityFilter.MayLeave(stays, _book, "a", Today));
    }

    [Fact]
    public void Of_other_councils_and_before_its_day_nothing_leaves()
    {
        Happens(Declared("a"), new PriorityAudienceChanged("a", Audience.Network, Today.AddDays(1)));
        Assert.Null(Due(Today));
        Assert.NotNull(Due(Today.AddDays(1)));

        _link.Given(Joined with { Owns = [Place.Council(Dudley)] });
        Assert.Null(Due(Today.AddDays(1)));
    }

    private static PriorityDeclared Declared(string id) =>
        new(Coventry, id, Year, PriorityLevel.Council, Details, Audience.Owner, "psw");

    private void Happens(params PriorityEvent[] events) =>
        _book = events.Aggregate(_book, (book, happened) => book.Apply(happened));

    private QueueMessage? Due(DateOnly day) => PriorityFilter.Due(Link, _book.Find("a")!, day);

    private void QueueDue(MessageKind kind, ReleaseLevel level)
    {
        var due = Due(Today);
        Assert.Equal((kind, Address, level), (due?.Kind, due?.Return, due?.Level));
        Assert.True(_link.When(Operator, due!).Follow());
    }
}
