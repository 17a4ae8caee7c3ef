using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.Tests.Methods;

/// <summary>Scores made into one number: surveys, inspections, parts of a year.</summary>
public sealed class IndexTests
{
    [Fact]
    public void Answers_give_the_index_worked_out()
    {
        var index = LikertIndex.Of([6, 12, 25, 58, 30]);

        Assert.Equal(131, index.Responses);
        Oracle.Equal(67.9389312977099, index.Index);
        Oracle.Equal(67.1755725190840, index.AgreePercentage);
    }

    [Theory]
    [InlineData(new[] { 7, 0, 0, 0, 0 }, 0, 0)]
    [InlineData(new[] { 0, 0, 7, 0, 0 }, 50, 0)]
    [InlineData(new[] { 0, 0, 0, 0, 7 }, 100, 100)]
    public void Index_goes_from_0_to_100(int[] counts, double index, double agree) =>
        Assert.Equal(new LikertIndex(7, index, agree), LikertIndex.Of(counts));

    [Fact]
    public void Without_answers_there_is_no_index() =>
        Assert.Equal(new LikertIndex(0, null, null), LikertIndex.Of([0, 0, 0, 0, 0]));

    [Theory]
    [InlineData(new[] { 1, 2, 3, 4 })]
    [InlineData(new[] { 1, 2, -3, 4, 5 })]
    public void Scale_has_five_points_of_zero_or_more(int[] counts) =>
        Assert.ThrowsAny<ArgumentException>(() => LikertIndex.Of(counts));

    [Theory]
    [InlineData(new[] { 3, 3, 2, 3, 3, 2, 3, 3, 2 }, 24, 66.67, CqcRating.Good)]
    [InlineData(new[] { 3, 3, 2, 3, 3, 2, 2, 2, 2 }, 22, 61.11, CqcRating.RequiresImprovement)]
    [InlineData(new[] { 4, 4, 4, 4, 4, 3, 3, 3, 3 }, 32, 88.89, CqcRating.Outstanding)]
    [InlineData(new[] { 4, 4, 4, 4, 3, 3, 3, 3, 3 }, 31, 86.11, CqcRating.Good)]
    [InlineData(new[] { 3, 3, 3, 3, 3, 2, 2, 2, 2 }, 23, 63.89, CqcRating.Good)]
    [InlineData(new[] { 2, 2, 2, 2, 2, 1, 1, 1, 1 }, 14, 38.89, CqcRating.RequiresImprovement)]
    [InlineData(new[] { 2, 2, 2, 2, 1, 1, 1, 1, 1 }, 13, 36.11, CqcRating.Inadequate)]
    public void Nine_scores_give_the_rating(int[] scores, int total, double percentage, CqcRating rating)
    {
        var assessment = CqcAssessment.Of(scores);

        Assert.Equal((total, rating), (assessment.Total, assessment.Rating));
        Assert.Equal(percentage, Math.Round(assessment.Percentage, 2));
    }

    [Theory]
    [InlineData(new[] { 3, 3, 2, 3, 3, 2, 3, 3 })]
    [InlineData(new[] { 3, 3, 2, 3, 3, 2, 3, 3, 0 })]
    [InlineData(new[] { 3, 3, 2, 3, 3, 2, 3, 3, 5 })]
    public void Rating_needs_nine_scores_from_1_to_4(int[] scores) =>
        Assert.ThrowsAny<ArgumentException>(() => CqcAssessment.Of(scores));

    [Fact]
    public void Four_leavers_of_eighty_in_six_months_are_ten_per_hundred_a_year()
    {
        Oracle.Equal(10, AnnualisedRate.Of(100.0 * 4 / 80, 6));
        Assert.Throws<ArgumentOutOfRangeException>(() => AnnualisedRate.Of(5, 0));
    }
}
