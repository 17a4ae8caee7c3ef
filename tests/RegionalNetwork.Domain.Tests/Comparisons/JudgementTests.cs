using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Comparisons;
using RegionalNetwork.Domain.Tests.Benchmarking;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.Comparisons;

/// <summary>Worked examples of the year to 30 September 2025, so that they run without files.</summary>
public sealed class JudgementTests
{
    private static readonly BenchmarkColumn Column = Workforce2025.Headcount();

    [Theory]
    [InlineData(Wolverhampton, JudgementResult.Similar)]
    [InlineData(Workforce2025.IsleOfWight, JudgementResult.Similar)]
    [InlineData(Dudley, JudgementResult.MuchWorse)]
    [InlineData(Workforce2025.Hampshire, JudgementResult.MuchBetter)]
    public void Turnover_by_headcount_is_judged_against_England(string council, JudgementResult expected)
    {
        var england = Compare(Column, council, ComparatorKind.England);

        Assert.Equal(12.0416797242244, england.BenchmarkValue!.Value, precision: 12);
        Assert.Equal(new Judgement(expected, null), england.Judgement);
    }

    [Fact]
    public void Full_time_equivalents_are_shown_and_not_tested()
    {
        var column = Workforce2025.Turnover((Wolverhampton, 10.9), (Coventry, 12), (Dudley, 34.2));

        var region = Compare(column, Wolverhampton, ComparatorKind.Region);

        Assert.Equal(JudgementResult.NotTested, region.Judgement.Result);
        Assert.StartsWith("Not tested: full-time", region.Judgement.NotTestedBecause, StringComparison.Ordinal);
        Assert.NotNull(region.BenchmarkValue);
    }

    [Fact]
    public void A_council_is_never_compared_with_itself()
    {
        var alone = Column.Statistics.OverSet([Dudley]);

        Assert.Equal("The council is not compared with itself.", Judge(Column, Dudley, alone).NotTestedBecause);
    }

    [Fact]
    public void A_comparator_that_few_councils_are_behind_judges_nobody()
    {
        var column = Csww.Of(
                new Publications.DataSetBuilder([], "leavers_headcount", "inpost_headcount")
                    .Row("2025", Publications.DataSetBuilder.Council(Dudley, "Dudley"), "51", "149")
                    .Row("2025", Publications.DataSetBuilder.Council(Coventry, "Coventry"), "48", "399")
                    .Row("2025", Publications.DataSetBuilder.Council(Wolverhampton, "Wolverhampton"), "26", "239")
                    .Build()
            )
            .Column("CSW-02", "2025");

        // 3 of the 14 councils of the West Midlands; 3 of 3 in the set.
        var region = Compare(column, Dudley, ComparatorKind.Region);
        Assert.Equal("Not tested: only 3 of 14 have figures.", region.Judgement.NotTestedBecause);
        Assert.True(Judge(column, Dudley, column.Statistics.OverSet([Dudley, Coventry, Wolverhampton])).IsTested);
        Assert.False(Judge(column, Dudley, column.Statistics.OverSet([Dudley, Coventry])).IsTested);
    }

    [Fact]
    public void Intervals_are_those_of_the_declared_method()
    {
        var interval = Column.Statistics.IntervalOf(Column.Units.IndexOf(Csww.Council(Wolverhampton)))!.Value;

        Assert.Equal(7.10450033706832, interval.Percent95.Lower, precision: 12);
        Assert.Equal(15.9403942043859, interval.Percent95.Upper, precision: 12);
        Assert.Equal(19.2359370118129, interval.Percent99Point8.Upper, precision: 12);
    }

    private static Judgement Judge(BenchmarkColumn column, string council, SetStatistics set) =>
        Domain.Comparisons.Judge.Of(column, column.Units.IndexOf(Csww.Council(council)), set, set.Rollup?.Value);

    private static ComparatorAnswer Compare(BenchmarkColumn column, string council, ComparatorKind kind) =>
        Comparators.Of(column, Csww.Council(council), kind, Workforce2025.NoSources);
}
