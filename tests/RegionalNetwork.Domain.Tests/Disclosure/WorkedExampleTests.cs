using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Disclosure;
using static RegionalNetwork.Domain.Tests.Disclosure.Families;

namespace RegionalNetwork.Domain.Tests.Disclosure;

/// <summary>The worked examples E1 to E6 of the field's rules.</summary>
public sealed class WorkedExampleTests
{
    [Fact]
    public void One_line_hides_three_so_that_none_of_them_can_read_another()
    {
        var table = Table(OneColumn(Sensitivity.Standard), Row("A", 2), Row("B", 7), Row("C", 11), Row("D", 15));
        var ledger = DisclosureLedger.Empty.Compile(table, [Network("N", "A", "B", "C", "D")]);
        Assert.Equal("ABC", ledger.HiddenUnits(0, "A", "B", "C", "D"));
        Assert.Equal(35, ledger.Line("N")?.Sums[0]);
        Assert.Empty(ledger.AuditFailures);
    }

    [Fact]
    public void Two_ways_hides_two_groups_of_all_three_and_shows_the_rest()
    {
        var table = Table(
            Breakdown(Sensitivity.Standard, "White", "ME", "Unknown"),
            Groups("A", 40, 3, 7),
            Groups("B", 55, 12, 13),
            Groups("C", 60, 25, 15)
        );
        var ledger = DisclosureLedger.Empty.Compile(table, [Network("N", "A", "B", "C")]);
        var hidden = Enumerable.Range(0, 4).Select(column => ledger.HiddenUnits(column, "A", "B", "C"));
        Assert.Equal(["", "ABC", "ABC", ""], hidden);
        Assert.Equal([155, 40, 35, 230], ledger.Line("N")!.Sums);
        Assert.Empty(ledger.AuditFailures);
    }

    [Fact]
    public void A_percentage_of_a_small_base_is_not_shown_and_of_a_medium_one_is_whole()
    {
        // "14.3 %" is 1/7, 2/14 ... 8/56.
        Assert.True(PrimaryRule.HidesShare(Sensitivity.Standard, 1, 7));
        Assert.True(PrimaryRule.HidesShare(Sensitivity.Standard, 19, 20));
        Assert.False(PrimaryRule.HidesShare(Sensitivity.Standard, 8, 56));
        Assert.Equal(14, Rounding.Percentage(8, 56, 1));
    }

    [Fact]
    public void An_amount_that_one_council_dominates_is_not_shown()
    {
        Assert.True(Dominance.Fails([2.4, 0.5, 0.1]));
        Assert.False(Dominance.Fails([70.2, 231.6, 648.4, 84, 376.3, 175.9, 228.4, 61, 112.4]));
    }

    [Fact]
    public void Rolling_totals_are_judged_by_what_joined()
    {
        Assert.Equal(8, TimeDifference.Increment(41, 43, 6));
        Assert.True(TimeDifference.Hides(Sensitivity.Sensitive, 41, 43, 6, PeopleInBase));
        Assert.False(TimeDifference.Hides(Sensitivity.Standard, 41, 43, 6, PeopleInBase));
    }

    [Fact]
    public void A_network_that_one_council_left_is_published_on_those_that_stayed()
    {
        string[] fourteen = [.. Enumerable.Range(1, 14).Select(number => $"C{number}")];
        var common = ConstantMembership.CommonSet(fourteen, fourteen[..13]);
        Assert.Equal(fourteen[..13], common);
    }
}
