using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Themes;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.Councils;

public sealed class CouncilsViewTests
{
    private const string Year = "2022-23";

    private static readonly CouncilsView View = CouncilsView
        .Empty.Apply(Wolverhampton, Declared(Wolverhampton, "a", "T01"))
        .Apply(Wolverhampton, Declared(Wolverhampton, "b", "T02", "T01"))
        .Apply(Coventry, Declared(Coventry, "a", "T01"))
        .Apply(Dudley, Declared(Dudley, "a", "T16"));

    [Fact]
    public void Councils_that_share_a_theme_are_found_with_their_priorities()
    {
        var theme = View.Theme(Year, "T01");

        Assert.Equal([Coventry, Wolverhampton], theme.Councils.Select(council => council.Council));
        Assert.Equal(["a", "b"], theme.Councils[1].Priorities.Select(priority => priority.Id));
        Assert.Empty(View.Theme("2021-22", "T01").Councils);
    }

    [Fact]
    public void Themes_of_a_year_are_in_order_and_have_councils()
    {
        Assert.Equal(["T01", "T02", "T16"], View.ThemesIn(Year).Select(theme => theme.Theme));
        Assert.Empty(View.ThemesIn("2021-22"));
    }

    [Fact]
    public void A_councils_own_ranking_orders_its_priorities()
    {
        var ranked = View.Apply(Wolverhampton, new PrioritiesRanked(Year, ["b", "a"]));

        Assert.Equal(["b", "a"], ranked.Theme(Year, "T01").Councils[1].Priorities.Select(priority => priority.Id));
        Assert.Equal(["b", "a"], ranked.PrioritiesOf(Wolverhampton).In(Year).Select(priority => priority.Id));
    }

    [Fact]
    public void A_withdrawn_priority_shares_no_theme_but_stays_in_the_councils_list()
    {
        var after = View.Apply(Dudley, new PriorityStatusChanged("a", PriorityStatus.Withdrawn, null));

        Assert.Equal(["T01", "T02"], after.ThemesIn(Year).Select(theme => theme.Theme));
        Assert.Single(after.PrioritiesOf(Dudley).In(Year));
    }

    [Fact]
    public void A_revision_moves_a_priority_to_its_new_theme()
    {
        var after = View.Apply(
            Coventry,
            new PriorityRevised("a", new("One", new ThemeChoice("T03", []), null, null), "psw")
        );

        Assert.Equal([Wolverhampton], after.Theme(Year, "T01").Councils.Select(council => council.Council));
        Assert.Equal([Coventry], after.Theme(Year, "T03").Councils.Select(council => council.Council));
        Assert.Same(View.Theme(Year, "T16"), after.Theme(Year, "T16"));
    }

    [Fact]
    public void All_priorities_are_the_latest_year_first()
    {
        var earlier = Declared(Coventry, "z", "T01") with { Year = "2021-22" };

        var book = View.Apply(Coventry, earlier).PrioritiesOf(Coventry);

        Assert.Equal(["a", "z"], book.All.Select(priority => priority.Id));
        Assert.Equal(["2021-22", Year], book.Years);
    }

    [Fact]
    public void A_council_without_priorities_has_an_empty_book() => Assert.Empty(View.PrioritiesOf("E08000025").All);

    [Fact]
    public void A_read_allocates_nothing()
    {
        Read();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Read();

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void Read()
    {
        _ = View.PrioritiesOf(Coventry).In(Year);
        _ = View.ThemesIn(Year);
        _ = View.Theme(Year, "T01");
    }

    private static PriorityDeclared Declared(string council, string id, string lead, params string[] further) =>
        new(
            council,
            id,
            Year,
            PriorityLevel.Council,
            new("One", new ThemeChoice(lead, further), null, null),
            Audience.Public,
            "psw"
        );
}
