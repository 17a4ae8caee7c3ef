using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Tests.Publications;

namespace RegionalNetwork.Domain.Tests.Benchmarking;

/// <summary>Real files of other layouts, without a mapping: filters, academic years, councils listed side by side with those
/// that they came from. Where every council has a figure, the sum over councils is the published total.</summary>
public sealed class OtherPublishedFilesTests
{
    /// <param name="rounding">How far a total that the publisher rounded may lie from the sum.</param>
    /// <param name="complete">Rollups of the file that nobody is missing from, so that the test cannot pass on nothing.</param>
    [Theory]
    [InlineData(
        "csww_role_by_ethnicity_2022_to_2023.csv",
        "inpost_headcount",
        0,
        997,
        "role",
        "breakdown_topic",
        "breakdown"
    )]
    [InlineData("la_cla_swcount.csv", "number", 5, 17, "cla_group", "sw_stability")]
    [InlineData("cla_number_and_rate_per_10k_children.csv", "children_count", 5, 148, "population_type")]
    [InlineData("ks4_la.csv", "t_pupils", 5, 120, "social_care_group", "version")]
    public void Complete_rollups_are_the_published_totals(
        string file,
        string column,
        int rounding,
        int complete,
        params string[] filters
    )
    {
        var data = DataSetBuilder.FromRows(SharedData.ReadCsv(file), filters);
        var benchmarks = Csww.Of(data, new IndicatorCatalogue([]));
        var rollups = Rollups(benchmarks, $"csww.{column}")
            .Where(rollup => rollup.Coverage.IsComplete && rollup.Published is { IsNumber: true })
            .ToArray();

        Assert.Empty(benchmarks.Geography.Unresolved);
        Assert.Equal(complete, rollups.Length);
        Assert.DoesNotContain(rollups, rollup => Math.Abs(rollup.Difference!.Value) > rounding);
    }

    private static IEnumerable<Rollup> Rollups(VintageBenchmarks benchmarks, string indicator) =>
        from period in Enumerable.Range(0, benchmarks.Vintage.Periods.Count)
        from slice in Enumerable.Range(0, benchmarks.Vintage.Slices.Count)
        let column = benchmarks.Column(benchmarks.FindIndicator(indicator), period, slice)
        from area in benchmarks.Register.AllRegions.Select(region => region.Code).Append("E92000001")
        let rollup = column.RollupTo(area)!
        where rollup.Coverage.Contributors > 0
        select rollup;
}
