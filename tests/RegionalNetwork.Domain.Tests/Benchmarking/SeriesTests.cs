using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Tests.Publications;
using static RegionalNetwork.Domain.Tests.Publications.DataSetBuilder;

namespace RegionalNetwork.Domain.Tests.Benchmarking;

public sealed class SeriesTests
{
    [Fact]
    public void Recoded_council_has_one_series_without_a_break()
    {
        var series = PublishedSeries("E06000060");

        Assert.Equal(
            ["2017", "2018", "2019", "2020", "2021", "2022", "2023"],
            series.Points.Select(point => point.Period.Code)
        );
        Assert.Equal("E10000002", series.Points[0].Unit.Code);
        Assert.Empty(series.Breaks);
    }

    [Fact]
    public void Former_code_gives_the_same_series_as_the_current_one() =>
        Assert.Equal(PublishedSeries("E06000060").Points, PublishedSeries("E10000002").Points);

    [Fact]
    public void Boundary_change_breaks_a_series_that_goes_on()
    {
        var series = PublishedSeries("E06000059");

        Assert.Equal(7, series.Points.Count);
        var found = Assert.Single(series.Breaks);
        Assert.Equal((new DateOnly(2019, 4, 1), SeriesBreakKind.BoundaryChange), (found.Date, found.Kind));
        Assert.Equal(
            "The boundary of Dorset changed on 1 April 2019; figures before and after describe different areas.",
            found.Sentence
        );
    }

    [Fact]
    public void Merged_council_starts_with_its_merger()
    {
        var series = PublishedSeries("E06000058");

        Assert.Equal("2019", series.Points[0].Period.Code);
        var found = Assert.Single(series.Breaks);
        Assert.Equal((new DateOnly(2019, 4, 1), SeriesBreakKind.Merge), (found.Date, found.Kind));
        Assert.Contains("from Bournemouth and Poole", found.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Split_council_ends_with_its_split()
    {
        var series = PublishedSeries("E10000006");

        Assert.Equal("2022", series.Points[^1].Period.Code);
        var found = Assert.Single(series.Breaks);
        Assert.Equal((new DateOnly(2023, 4, 1), SeriesBreakKind.Split), (found.Date, found.Kind));
        Assert.Contains("Cumberland and Westmorland and Furness took over", found.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Joint_return_shows_in_every_point_with_the_councils_in_it()
    {
        var series = PublishedSeries("E06000062");

        Assert.Equal(["2021", "2022", "2023"], series.Points.Select(point => point.Period.Code));
        Assert.All(
            series.Points,
            point => Assert.Equal(["E06000061", "E06000062"], point.Unit.Councils.Select(c => c.Code))
        );
    }

    [Fact]
    public void Break_before_the_first_period_is_not_shown() => Assert.Empty(PublishedSeries("E06000049").Breaks);

    [Fact]
    public void Start_of_joint_reporting_is_a_break()
    {
        var data = new DataSetBuilder([], "inpost_fte")
            .Row("2021", Council("E09000021", "Kingston upon Thames"), "80")
            .Row("2022", Council("E09000021 / E09000027", "Kingston upon Thames / Richmond upon Thames"), "170")
            .Build();

        var series = SeriesOf([Csww.Of(data)], "E09000021", "CSW-12-FTE")!;

        var found = Assert.Single(series.Breaks);
        Assert.Equal((new DateOnly(2022, 9, 30), SeriesBreakKind.JointReturnStarts), (found.Date, found.Kind));
    }

    [Fact]
    public void Each_period_comes_from_the_newest_vintage_that_has_it()
    {
        var wolverhampton = Council("E08000031", "Wolverhampton");
        var publication = PublicationDirectoryTests
            .Directory(
                new DataSetBuilder([], "inpost_fte")
                    .Row("2021", wolverhampton, "200")
                    .Row("2022", wolverhampton, "201")
                    .Build(),
                new DataSetBuilder([], "inpost_fte")
                    .Row("2022", wolverhampton, "202")
                    .Row("2023", wolverhampton, "203")
                    .Build()
            )
            .Find("csww")!;
        var directory = new BenchmarkDirectory(new IndicatorCatalogue([Csww.Mapping]), Csww.Register).With(publication);

        var series = SeriesOf(directory.VintagesOf("csww"), "E08000031", "CSW-12-FTE")!;

        Assert.Equal([200.0, 202.0, 203.0], series.Points.Select(point => point.Figure.Value!.Value));
        Assert.Equal([1, 2, 2], series.Points.Select(point => point.Vintage));
    }

    [Fact]
    public void Unknown_indicator_has_no_series() =>
        Assert.Null(
            SeriesOf(
                [Csww.Of(new DataSetBuilder([], "inpost_fte").Row("2021", Country, "1").Build())],
                "E08000031",
                "CSW-99"
            )
        );

    private static Series PublishedSeries(string code) => SeriesOf([Csww.Published], code, "CSW-12-FTE")!;

    private static Series? SeriesOf(IEnumerable<VintageBenchmarks> vintages, string council, string indicator) =>
        SeriesBuilder.Build(PublishedIndicator.In(vintages, indicator), Csww.Council(council), Csww.Register, _ => 0);
}
