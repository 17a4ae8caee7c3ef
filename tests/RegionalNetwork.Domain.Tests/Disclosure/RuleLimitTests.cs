using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Disclosure;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.Tests.Disclosure;

/// <summary>Each rule at its limit and one past it.</summary>
public sealed class RuleLimitTests
{
    [Theory]
    [InlineData(Sensitivity.Public, 1, 5, false)]
    [InlineData(Sensitivity.Standard, 1, 100, true)]
    [InlineData(Sensitivity.Standard, 4, 100, true)]
    [InlineData(Sensitivity.Standard, 4.9, 100, true)]
    [InlineData(Sensitivity.Standard, 5, 100, false)]
    [InlineData(Sensitivity.Sensitive, 9, 100, true)]
    [InlineData(Sensitivity.Sensitive, 10, 100, false)]
    [InlineData(Sensitivity.Standard, 0, 9, true)]
    [InlineData(Sensitivity.Standard, 0, 10, false)]
    [InlineData(Sensitivity.NeverLocal, 1_000, 10_000, true)]
    public void A_count_of_one_council(Sensitivity sensitivity, double count, double people, bool hides) =>
        Assert.Equal(hides, PrimaryRule.HidesCount(sensitivity, count, people));

    [Theory]
    [InlineData(Sensitivity.Standard, 5, 10, false)]
    [InlineData(Sensitivity.Standard, 5, 9, true)]
    [InlineData(Sensitivity.Standard, 4, 100, true)]
    [InlineData(Sensitivity.Standard, 96, 100, true)]
    [InlineData(Sensitivity.Standard, 95, 100, false)]
    [InlineData(Sensitivity.Standard, 0, 100, false)]
    [InlineData(Sensitivity.Sensitive, 91, 100, true)]
    [InlineData(Sensitivity.Sensitive, 90, 100, false)]
    [InlineData(Sensitivity.Public, 1, 2, false)]
    public void A_percentage(Sensitivity sensitivity, double numerator, double people, bool hides) =>
        Assert.Equal(hides, PrimaryRule.HidesShare(sensitivity, numerator, people));

    [Theory]
    [InlineData(Sensitivity.Standard, LineLevel.England, 4, true)]
    [InlineData(Sensitivity.Standard, LineLevel.England, 5, false)]
    [InlineData(Sensitivity.Sensitive, LineLevel.Network, 9, true)]
    [InlineData(Sensitivity.Sensitive, LineLevel.Network, 10, false)]
    [InlineData(Sensitivity.Sensitive, LineLevel.Region, 2, true)]
    [InlineData(Sensitivity.Sensitive, LineLevel.Region, 3, false)]
    [InlineData(Sensitivity.NeverLocal, LineLevel.England, 9, true)]
    [InlineData(Sensitivity.NeverLocal, LineLevel.England, 0, true)]
    [InlineData(Sensitivity.NeverLocal, LineLevel.England, 10, false)]
    public void A_sum(Sensitivity sensitivity, LineLevel level, double sum, bool hides) =>
        Assert.Equal(hides, PrimaryRule.HidesSum(sensitivity, level, sum));

    [Fact]
    public void A_line_has_three_councils_and_ten_people_and_a_survey_ten_answers()
    {
        Assert.False(PrimaryRule.HidesLine(3, 10));
        Assert.True(PrimaryRule.HidesLine(2, 10));
        Assert.True(PrimaryRule.HidesLine(3, 9));
        Assert.False(PrimaryRule.HidesAnswers(10));
        Assert.True(PrimaryRule.HidesAnswers(9));
    }

    [Theory]
    [InlineData(new double[] { 75, 15, 10 }, false)]
    [InlineData(new double[] { 76, 14, 10 }, true)]
    [InlineData(new double[] { 50, 45, 5 }, false)]
    [InlineData(new double[] { 50, 45, 4.9 }, true)]
    [InlineData(new double[] { 0, 0, 0 }, false)]
    public void An_amount_dominated_by_its_largest_part(double[] parts, bool fails) =>
        Assert.Equal(fails, Dominance.Fails(parts));

    [Theory]
    [InlineData(12, null)]
    [InlineData(11, 11)]
    [InlineData(10, 10)]
    [InlineData(9, null)]
    public void A_total_over_time_changes_by_no_council_or_by_three(int stayed, int? common)
    {
        string[] twelve = [.. Enumerable.Range(1, 12).Select(number => $"C{number}")];
        Assert.Equal(common, ConstantMembership.CommonSet(twelve, twelve[..stayed])?.Count);
    }

    [Fact]
    public void A_peer_group_has_five_councils_and_differs_by_three_from_any_that_was_answered()
    {
        string[] eight = ["A", "B", "C", "D", "E", "F", "G", "H"];
        Assert.True(PeerGroups.MayAnswer(eight[..5], []));
        Assert.False(PeerGroups.MayAnswer(["A", "B", "C", "D", "D"], []));
        Assert.True(PeerGroups.MayAnswer(eight[..5], [eight[..5], eight]));
        Assert.False(PeerGroups.MayAnswer(eight[..5], [eight, eight[..7]]));
    }

    [Theory]
    [InlineData(Sensitivity.Sensitive, Tier.RegionalAggregate, 12, 10)]
    [InlineData(Sensitivity.Sensitive, Tier.Public, 12.5, 15)]
    [InlineData(Sensitivity.Sensitive, Tier.NetworkNamed, 12, 12)]
    [InlineData(Sensitivity.Standard, Tier.Public, 12, 12)]
    public void Sensitive_counts_are_rounded_to_fives_where_they_are_aggregates(
        Sensitivity sensitivity,
        Tier tier,
        double count,
        double rounded
    ) => Assert.Equal(rounded, Rounding.Count(sensitivity, tier, count));

    [Fact]
    public void Percentages_of_fewer_than_a_hundred_are_whole()
    {
        Assert.Equal(33, Rounding.Percentage(33, 99, 1));
        Assert.Equal(33.3m, Rounding.Percentage(33.3, 100, 1));
    }
}
