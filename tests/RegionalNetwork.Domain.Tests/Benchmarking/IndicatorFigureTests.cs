using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Tests.Publications;

namespace RegionalNetwork.Domain.Tests.Benchmarking;

public sealed class IndicatorFigureTests
{
    [Fact]
    public void Derived_rate_stands_beside_the_published_one()
    {
        var figure = Turnover("5254.6", "33119.1", "15.9");

        Assert.Equal(5254.6 / 33119.1 * 100, figure.Value!.Value, precision: 12);
        Assert.Equal("15.9", figure.Published!.Value.Text);
        Assert.Equal(-0.0342, Math.Round(figure.Difference!.Value, 4));
    }

    [Fact]
    public void Published_value_stands_in_where_a_part_has_no_number()
    {
        var figure = Turnover("x", "226.4", "10.8");

        Assert.Equal((10.8, null, FigureStatus.Value), (figure.Value, figure.Derived, figure.Status));
    }

    [Fact]
    public void Suppressed_rate_is_not_computed_back_from_its_parts()
    {
        var figure = Turnover("4", "80", "c");

        Assert.Equal((null, null, FigureStatus.Confidential), (figure.Value, figure.Derived, figure.Status));
    }

    [Fact]
    public void Unreliable_rate_has_no_value_even_where_its_parts_would_give_one()
    {
        var figure = Turnover("4", "80", "u");

        Assert.Equal((null, FigureStatus.LowReliability), (figure.Value, figure.Status));
    }

    [Fact]
    public void Low_is_not_zero()
    {
        var figure = Turnover("low", "233.7", "low");

        Assert.Equal((null, FigureStatus.Low), (figure.Value, figure.Status));
    }

    [Theory]
    [InlineData("x", "80", FigureStatus.NotAvailable)]
    [InlineData("4", "z", FigureStatus.NotApplicable)]
    [InlineData("0", "0", FigureStatus.NotApplicable)]
    public void Without_a_published_rate_the_part_in_the_way_gives_the_status(string n, string d, FigureStatus status)
    {
        var data = new DataSetBuilder([], "leavers_fte", "inpost_fte")
            .Row("2023", DataSetBuilder.Council("E08000031", "Wolverhampton"), n, d)
            .Build();

        var figure = Csww.Of(data).Column("CSW-01", "2023").FigureOf(Csww.Council("E08000031"))!.Value;

        Assert.Equal((status, null), (figure.Status, figure.Value));
    }

    [Fact]
    public void Rate_of_a_region_is_not_derived_from_its_published_parts()
    {
        // North East 2022: the published leavers and headcount include Gateshead, the published rate does not. 303/2157 = 14.05.
        var data = new DataSetBuilder([], "leavers_headcount", "inpost_headcount", "turnover_rate_headcount")
            .Row("2022", DataSetBuilder.Region("E12000001", "North East"), "303", "2157", "15.2")
            .Build();

        var figure = Csww.Of(data).Column("CSW-02", "2022").FigureOfArea("E12000001")!.Value;

        Assert.Equal((15.2, null), (figure.Value, figure.Derived));
    }

    [Fact]
    public void Area_without_a_row_has_no_figure() =>
        Assert.Null(Csww.Published.Column("CSW-01", "2023").FigureOf(Csww.Council("E10000006")));

    [Theory]
    [InlineData(2.675, 2, 2.68)]
    [InlineData(-2.675, 2, -2.68)]
    [InlineData(0.5, 0, 1)]
    [InlineData(1.5, 0, 2)]
    [InlineData(14.95, 1, 15.0)]
    [InlineData(17.2856, 1, 17.3)]
    public void Display_rounds_half_away_from_zero(double value, int places, double shown) =>
        Assert.Equal((decimal)shown, DisplayNumber.Round(value, places));

    [Fact]
    public void Columns_are_computed_once_however_many_ask()
    {
        var data = new DataSetBuilder([], "inpost_fte").Row("2023", DataSetBuilder.Country, "1").Build();
        var benchmarks = Csww.Of(data);
        var columns = new BenchmarkColumn[64];

        Parallel.For(0, columns.Length, index => columns[index] = benchmarks.Column(0, 0, 0));

        Assert.All(columns, column => Assert.Same(columns[0], column));
    }

    [Fact]
    public void New_vintage_shares_the_columns_of_the_ones_before()
    {
        var first = new DataSetBuilder([], "inpost_fte").Row("2023", DataSetBuilder.Country, "1").Build();
        var before = Directory(first);
        var column = before.Current("csww")!.Column(0, 0, 0);

        var after = before.With(PublicationDirectoryTests.Directory(first, first with { Texts = ["2"] }).Find("csww")!);

        Assert.Same(column, after.VintagesOf("csww")[0].Column(0, 0, 0));
        Assert.Equal(2, after.FindByIndicator("CSW-12-FTE")!.Vintage.Number);
        Assert.Null(after.FindByIndicator("CSW-99"));
    }

    private static BenchmarkDirectory Directory(params DataSet[] vintages) =>
        new BenchmarkDirectory(new IndicatorCatalogue([Csww.Mapping]), Csww.Register).With(
            PublicationDirectoryTests.Directory(vintages).Find("csww")!
        );

    private static IndicatorFigure Turnover(string leavers, string inPost, string rate)
    {
        var data = new DataSetBuilder([], "leavers_fte", "inpost_fte", "turnover_rate_fte")
            .Row("2023", DataSetBuilder.Council("E08000031", "Wolverhampton"), leavers, inPost, rate)
            .Build();
        return Csww.Of(data).Column("CSW-01", "2023").FigureOf(Csww.Council("E08000031"))!.Value;
    }
}
