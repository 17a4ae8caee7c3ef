using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Tests.Publications;
using static RegionalNetwork.Domain.Tests.Publications.DataSetBuilder;

namespace RegionalNetwork.Domain.Tests.Benchmarking;

/// <summary>Traps of real files: London three times, joint returns, names that vary, councils that came and went.</summary>
public sealed class GeographyTests
{
    private const string JointNorthamptonshire = "E06000061 / E06000062";

    [Fact]
    public void London_counts_once_in_a_total_over_regions()
    {
        var column = Csww.Published.Column("CSW-12-HEADCOUNT", "2023");

        var regions = CouncilRegister.England.Regions.Sum(region => column.RollupTo(region.Code)!.Numerator);
        var withParts = CouncilRegister.England.AllRegions.Sum(region => column.RollupTo(region.Code)!.Numerator);

        Assert.Equal(35199m, regions);
        Assert.Equal(regions, column.RollupTo(England.Code)!.Numerator);
        Assert.Equal(column.RollupTo("E12000007")!.Numerator, withParts - regions);
    }

    [Theory]
    [InlineData("E12000007")]
    [InlineData("E13000001")]
    [InlineData("E13000002")]
    public void Inner_and_Outer_London_roll_up_beside_London(string area)
    {
        var rollup = Csww.Published.Column("CSW-12-HEADCOUNT", "2023").RollupTo(area)!;

        Assert.Equal((double)rollup.Numerator, rollup.Published!.Value.Value);
    }

    [Theory]
    [InlineData(JointNorthamptonshire, null)]
    [InlineData("940 / 941", null)]
    [InlineData("Northamptonshire", "940 / 941")]
    public void Joint_return_is_one_unit_of_two_councils(string code, string? digits)
    {
        var column = InPost("2023", (new AreaReference(AreaLevel.LocalAuthority, code, digits, "Both"), "300"));

        var rollup = column.RollupOf(["E06000061", "E06000062"])!;

        Assert.Equal((300m, 1, 1), (rollup.Numerator, rollup.Coverage.Contributors, rollup.Coverage.Expected));
        Assert.Equal(300, column.FigureOf(Csww.Council("E06000062"))!.Value.Value);
    }

    [Fact]
    public void Joint_return_that_reaches_outside_a_set_is_missing_from_it()
    {
        var column = InPost(
            "2023",
            (Council(JointNorthamptonshire, "Both"), "300"),
            (Council("E06000016", "Leicester"), "200")
        );

        var rollup = column.RollupOf(["E06000061", "E06000016"])!;

        Assert.Equal((200m, 1, 2), (rollup.Numerator, rollup.Coverage.Contributors, rollup.Coverage.Expected));
        Assert.Equal(MissingReason.ReachesOutsideTheSet, Assert.Single(rollup.Coverage.Missing).Reason);
    }

    [Fact]
    public void Joint_return_that_is_absent_in_one_year_is_expected_as_one_unit()
    {
        var data = Column()
            .Row("2022", Council(JointNorthamptonshire, "Both"), "300")
            .Row("2023", Council("E06000016", "Leicester"), "200")
            .Build();

        var coverage = Csww.Of(data).Column("CSW-12-FTE", "2023").RollupTo("E12000004")!.Coverage;

        Assert.Equal((1, 9), (coverage.Contributors, coverage.Expected));
        Assert.Contains(coverage.Missing, unit => unit.Code == JointNorthamptonshire);
    }

    [Theory]
    [InlineData("Herefordshire")]
    [InlineData("Herefordshire, County of")]
    public void Council_is_known_by_code_whatever_its_name(string name) =>
        Assert.Equal(
            1,
            InPost("2023", (Council("E06000019", name), "100")).RollupTo("E12000005")!.Coverage.Contributors
        );

    [Fact]
    public void Legacy_authority_with_only_three_digits_is_found_by_them()
    {
        var area = new AreaReference(AreaLevel.LocalAuthority, "336", "336", "Wolverhampton");

        Assert.Equal(1, InPost("2023", (area, "100")).RollupTo("E12000005")!.Coverage.Contributors);
    }

    [Theory]
    [InlineData("E10000013", "E12000009")] // Gloucestershire: a lookup in use has Yorkshire and The Humber.
    [InlineData("E06000060", "E12000008")] // Buckinghamshire: the same one has the East Midlands.
    public void Region_is_the_registers(string council, string region) =>
        Assert.Equal(1, InPost("2023", (Council(council, council), "100")).RollupTo(region)!.Coverage.Contributors);

    [Fact]
    public void Area_of_an_unknown_code_is_in_no_rollup_and_is_listed()
    {
        var data = Column().Row("2023", Council("E06009999", "Nowhere"), "100").Build();
        var benchmarks = Csww.Of(data);

        Assert.Equal(0, benchmarks.Column("CSW-12-FTE", "2023").RollupTo(England.Code)!.Coverage.Contributors);
        Assert.Equal("E06009999", Assert.Single(benchmarks.Geography.Unresolved).Code);
    }

    [Fact]
    public void County_and_the_councils_that_it_was_split_into_do_not_count_twice()
    {
        // Some files have all three in every year, with z where one did not exist.
        var rows = new[] { ("E10000006", "100"), ("E06000063", "z"), ("E06000064", "z") };

        var column = InPost("2022", [.. rows.Select(row => (Council(row.Item1, row.Item1), row.Item2))]);

        Assert.Equal(23, column.RollupTo("E12000002")!.Coverage.Expected);
        Assert.Equal(1, column.RollupTo("E12000002")!.Coverage.Contributors);
    }

    [Fact]
    public void Todays_members_of_a_network_stand_for_the_council_that_they_were()
    {
        var column = InPost("2022", (Council("E10000006", "Cumbria"), "100"));

        Assert.Equal(100m, column.RollupOf(["E06000063", "E06000064"])!.Numerator);
        Assert.Equal(
            MissingReason.ReachesOutsideTheSet,
            Assert.Single(column.RollupOf(["E06000063"])!.Coverage.Missing).Reason
        );
    }

    [Fact]
    public void Code_of_a_council_that_was_split_stands_for_its_successors()
    {
        var column = InPost(
            "2023",
            (Council("E06000063", "Cumberland"), "60"),
            (Council("E06000064", "Westmorland"), "50")
        );

        Assert.Equal(110m, column.RollupOf(["E10000006"])!.Numerator);
    }

    [Fact]
    public void Unknown_code_in_a_set_is_named_as_missing()
    {
        var rollup = InPost("2023", (Council("E06000016", "Leicester"), "200")).RollupOf(["E06000016", "E99"])!;

        Assert.Equal(
            ("E99", MissingReason.UnknownCode),
            (rollup.Coverage.Missing[0].Code, rollup.Coverage.Missing[0].Reason)
        );
        Assert.Equal(2, rollup.Coverage.Expected);
    }

    [Theory]
    [InlineData("2017", 151)]
    [InlineData("2019", 150)]
    [InlineData("2022", 150)]
    [InlineData("2023", 151)]
    public void Everybody_who_exists_on_census_day_has_a_row_and_nobody_else(string year, int units)
    {
        var all = Csww.Published.Column("CSW-01", year).Units.All;

        Assert.Equal(units, all.Length);
        Assert.DoesNotContain(all, unit => unit.Area is null);
        Assert.Empty(Csww.Published.Geography.Unresolved);
    }

    [Theory]
    [InlineData("2023", "Calendar year", 2023, 12, 31)]
    [InlineData("2023", "Reporting year", 2023, 3, 31)]
    [InlineData("202425", "Academic year", 2025, 8, 31)]
    [InlineData("199900", "Financial year", 2000, 3, 31)]
    public void Period_without_a_mapping_is_about_its_last_day(
        string code,
        string identifier,
        int year,
        int month,
        int day
    ) => Assert.Equal(new DateOnly(year, month, day), ReferenceDates.Of(new Period(code, identifier), null));

    [Theory]
    [InlineData("20")]
    [InlineData("abcd")]
    [InlineData("0000")]
    public void Digits_that_are_no_year_have_no_day(string code) =>
        Assert.Null(ReferenceDates.Of(new Period(code, "Calendar year"), null));

    private static DataSetBuilder Column() => new([], "inpost_fte");

    private static BenchmarkColumn InPost(string year, params (AreaReference Area, string InPost)[] rows)
    {
        var data = Column();
        foreach (var (area, inPost) in rows)
        {
            data.Row(year, area, inPost);
        }
        var benchmarks = Csww.Of(data.Build());
        return benchmarks.Column(benchmarks.Indicators[0].Code, year);
    }
}
