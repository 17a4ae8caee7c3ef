using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Tests.Publications;

namespace RegionalNetwork.Domain.Tests.Benchmarking;

/// <summary>Worked examples with the numbers published, so that they run without the files.</summary>
public sealed class PairedExclusionTests
{
    /// <summary>Leavers and in post, FTE, year to 30 September 2025: the nine councils of the South East network.</summary>
    private static readonly (string Code, string Leavers, string InPost)[] SouthEastNetwork =
    [
        ("E06000036", "21.2", "70.2"),
        ("E06000060", "23.2", "231.6"),
        ("E10000014", "49", "648.4"),
        ("E06000046", "9.5", "84"),
        ("E10000025", "55.8", "376.3"),
        ("E06000044", "23.5", "175.9"),
        ("E06000045", "16.8", "228.4"),
        ("E06000040", "13.5", "61"),
        ("E06000041", "10.8", "112.4"),
    ];

    [Fact]
    public void Rate_of_a_network_is_the_sum_of_numerators_over_the_sum_of_denominators()
    {
        var rollup = Turnover(SouthEastNetwork).RollupOf([.. SouthEastNetwork.Select(council => council.Code)])!;

        Assert.Equal((223.3m, 1988.2m), (rollup.Numerator, rollup.Denominator));
        Assert.Equal(11.2312644603159, rollup.Value!.Value, precision: 12);
        Assert.Equal(
            (9, 9, 1.0),
            (rollup.Coverage.Contributors, rollup.Coverage.Expected, rollup.Coverage.ShareOfDenominator)
        );
    }

    [Fact]
    public void Rate_of_a_network_is_not_the_mean_of_its_councils_rates()
    {
        var column = Turnover(SouthEastNetwork);
        var mean = SouthEastNetwork.Average(council => column.FigureOf(Csww.Council(council.Code))!.Value.Value!.Value);

        // 14.04 as the mean of the published, rounded rates.
        Assert.Equal(14.04, mean, tolerance: 0.05);
        Assert.NotEqual(
            mean,
            column.RollupOf([.. SouthEastNetwork.Select(council => council.Code)])!.Value!.Value,
            tolerance: 2
        );
    }

    [Fact]
    public void Council_with_an_unreliable_numerator_leaves_both_sums()
    {
        // North East 2022, turnover by headcount: Gateshead is u. Naively 303/2157 = 14.05; published 15.2.
        var rollup = Headcount(("E08000037", "u", "164"), ("E06000047", "303", "1993"));

        Assert.Equal((303m, 1993m), (rollup.Numerator, rollup.Denominator));
        Assert.Equal(15.2032, Math.Round(rollup.Value!.Value, 4));
        Assert.Equal(1993.0 / 2157, rollup.Coverage.ShareOfDenominator!.Value, precision: 12);
    }

    [Fact]
    public void Rollup_names_who_is_missing_and_why()
    {
        var rollup = Headcount(("E08000037", "u", "164"), ("E06000047", "303", "1993"));

        var missing = Assert.Single(rollup.Coverage.Missing);
        Assert.Equal(
            ("E08000037", MissingReason.NumeratorHasNoNumber, FigureStatus.LowReliability),
            (missing.Code, missing.Reason, missing.Status)
        );
        Assert.Equal("E08000037 is left out: what is counted is too unreliable to publish.", missing.Explain());
    }

    [Fact]
    public void Council_without_a_row_is_expected_and_missing()
    {
        var rollup = Turnover(SouthEastNetwork[..8]).RollupOf([.. SouthEastNetwork.Select(council => council.Code)])!;

        Assert.Equal((8, 9), (rollup.Coverage.Contributors, rollup.Coverage.Expected));
        Assert.Equal(
            ("E06000041", MissingReason.NoRow),
            (rollup.Coverage.Missing[0].Code, rollup.Coverage.Missing[0].Reason)
        );
        Assert.Equal(1, rollup.Coverage.DenominatorUnknown);
    }

    [Theory]
    [InlineData("519.7", "3216.3", "CSW-04", 13.9106)] // West Midlands 2024 without Birmingham: 519.7/3736.0.
    [InlineData("674.3", "4130.4", "CSW-03", 14.0342)] // West Midlands 2025: 674.3/4804.7.
    public void Share_of_both_counts_the_numerator_in_the_denominator_too(string n, string d, string code, double rate)
    {
        var (agency, vacancy) = code == "CSW-04" ? (n, "x") : ("x", n);
        var data = Data("2024")
            .Row("2024", DataSetBuilder.Council("E08000031", "W"), d, "x", "x", "x", agency, vacancy, "x", "x", "x")
            .Build();

        Assert.Equal(rate, Math.Round(Csww.Of(data).Column(code, "2024").RollupOf(["E08000031"])!.Value!.Value, 4));
    }

    [Theory]
    [InlineData("31170.8", "3216.3", 3.8156)] // West Midlands 2024, published 3.8.
    [InlineData("22333.8", "2643.3", 3.3265)] // South West 2024 without Bristol and Scilly, published 3.3.
    public void Absence_in_a_leap_year_is_per_254_days(string lost, string inPost, double rate)
    {
        var data = Data("2024")
            .Row("2024", DataSetBuilder.Council("E08000031", "W"), inPost, "x", "x", "x", "x", "x", "x", "x", lost)
            .Build();

        Assert.Equal(rate, Math.Round(Csww.Of(data).Column("CSW-09", "2024").RollupOf(["336"])!.Value!.Value, 4));
    }

    [Fact]
    public void Low_counts_as_the_zero_that_it_rounds_to_and_says_so()
    {
        var rollup = Headcount(("E08000037", "low", "164"), ("E06000047", "303", "1993"));

        Assert.Equal(2157m, rollup.Denominator);
        Assert.Equal("E08000037", Assert.Single(rollup.Coverage.CountedAsZero).Code);
    }

    [Fact]
    public void Rollup_without_any_contributor_has_no_value()
    {
        var rollup = Headcount(("E08000037", "u", "164"), ("E06000047", "x", "1993"));

        Assert.Null(rollup.Value);
        Assert.Equal((0, 2), (rollup.Coverage.Contributors, rollup.Coverage.Expected));
    }

    [Fact]
    public void Zero_denominator_gives_no_value() => Assert.Null(Headcount(("E08000037", "0", "0")).Value);

    private static DataSetBuilder Data(string _) =>
        new(
            [],
            "inpost_fte",
            "inpost_headcount",
            "leavers_fte",
            "leavers_headcount",
            "agency_fte",
            "vacancy_fte",
            "case_holders_fte",
            "cases",
            "working_days_lost_fte"
        );

    private static BenchmarkColumn Turnover((string Code, string Leavers, string InPost)[] councils)
    {
        var data = Data("2025");
        foreach (var (code, leavers, inPost) in councils)
        {
            data.Row("2025", DataSetBuilder.Council(code, code), inPost, "x", leavers, "x", "x", "x", "x", "x", "x");
        }
        return Csww.Of(data.Build()).Column("CSW-01", "2025");
    }

    private static Rollup Headcount(params (string Code, string Leavers, string InPost)[] councils)
    {
        var data = Data("2022");
        foreach (var (code, leavers, inPost) in councils)
        {
            data.Row("2022", DataSetBuilder.Council(code, code), "x", inPost, "x", leavers, "x", "x", "x", "x", "x");
        }
        return Csww.Of(data.Build()).Column("CSW-02", "2022").RollupOf([.. councils.Select(council => council.Code)])!;
    }
}
