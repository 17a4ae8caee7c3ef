using System.Globalization;
using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Comparisons;
using RegionalNetwork.Domain.Methods;
using RegionalNetwork.Domain.Tests.Benchmarking;
using RegionalNetwork.Domain.Tests.Publications;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.Comparisons;

public sealed class SeriesTrendTests
{
    private static readonly (int Leavers, int InPost)[] Lincolnshire =
    [
        (54, 316),
        (48, 291),
        (35, 311),
        (27, 334),
        (23, 373),
    ];

    [Fact]
    public void Five_years_of_falling_turnover_get_better()
    {
        var trend = TrendOf("E10000019", 2021, Lincolnshire);

        Assert.Equal(TrendMarker.GettingBetter, trend.Trend.Marker);
        Assert.Equal(-2.95363256103228, trend.Trend.Slope!.Value, precision: 10);
        Assert.Equal(24.2588051827853, trend.Trend.ChiSquared!.Value, precision: 10);
        Assert.Equal((new DateOnly(2021, 9, 30), new DateOnly(2025, 9, 30)), (trend.From, trend.To));
    }

    [Fact]
    public void Usual_variation_is_no_change()
    {
        var trend = TrendOf(Wolverhampton, 2021, (23, 215), (28, 223), (34, 224), (22, 230), (26, 239));

        Assert.Equal(TrendMarker.NoChange, trend.Trend.Marker);
        Assert.Equal(0.154806758380977, trend.Trend.ChiSquared!.Value, precision: 10);
    }

    [Fact]
    public void A_trend_needs_five_years_in_a_row_after_the_last_break()
    {
        Assert.Equal("A trend needs five yearly points.", TrendOf(Coventry, 2021, [.. Lincolnshire.Skip(1)]).Reason);
        Assert.Contains(
            "a year is missing",
            TrendOf(Coventry, [2019, 2021, 2022, 2023, 2024]).Reason,
            StringComparison.Ordinal
        );
        // Buckinghamshire was recoded in 2020 with the same area; Dorset's boundary changed in 2019.
        Assert.Null(TrendOf("E06000060", 2017, Lincolnshire).Reason);
        Assert.Contains("breaks", TrendOf("E06000059", 2017, Lincolnshire).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Full_time_equivalents_have_no_trend_marker()
    {
        var data = new DataSetBuilder([], "leavers_fte", "inpost_fte");
        for (var year = 2021; year <= 2025; year++)
        {
            data.Row($"{year}", DataSetBuilder.Council(Coventry, "Coventry"), "10.5", "100.5");
        }

        var trend = SeriesTrend.Of(SeriesOf(data, "CSW-01", Coventry));
        Assert.Equal(TrendMarker.CannotBeCalculated, trend.Trend.Marker);
        Assert.Contains("full-time equivalents", trend.Reason, StringComparison.Ordinal);
    }

    private static SeriesTrend TrendOf(string council, int from, params (int Leavers, int InPost)[] years) =>
        TrendOf(council, [.. years.Select((_, index) => from + index)], years);

    private static SeriesTrend TrendOf(string council, int[] years) => TrendOf(council, years, Lincolnshire);

    private static SeriesTrend TrendOf(string council, int[] years, (int Leavers, int InPost)[] counts)
    {
        var data = new DataSetBuilder([], "leavers_headcount", "inpost_headcount");
        foreach (var (year, (leavers, inPost)) in years.Zip(counts))
        {
            data.Row(Text(year), DataSetBuilder.Council(council, council), Text(leavers), Text(inPost));
        }

        return SeriesTrend.Of(SeriesOf(data, "CSW-02", council));
    }

    private static Series SeriesOf(DataSetBuilder data, string indicator, string council) =>
        SeriesBuilder.Build(
            PublishedIndicator.In([Csww.Of(data.Build())], indicator),
            Csww.Council(council),
            Csww.Register,
            _ => 0
        )!;

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
