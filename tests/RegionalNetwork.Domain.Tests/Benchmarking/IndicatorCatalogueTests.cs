using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Tests.Publications;

namespace RegionalNetwork.Domain.Tests.Benchmarking;

public sealed class IndicatorCatalogueTests
{
    private static readonly IndicatorCatalogue Catalogue = new([Csww.Mapping]);

    [Fact]
    public void Workforce_file_is_recognised_by_its_columns_whatever_their_case_and_legacy_percent_sign()
    {
        string[] columns = [.. Csww.Mapping.RecognisedBy.Select(column => $"{column.ToUpperInvariant()}%")];

        Assert.Same(Csww.Mapping, Catalogue.Recognise(columns));
        Assert.Null(Catalogue.Recognise(columns[1..]));
    }

    [Fact]
    public void Published_workforce_file_is_recognised_and_role_by_ethnicity_is_not()
    {
        Assert.NotNull(Catalogue.Recognise([.. Csww.Rows[0].Keys]));
        Assert.Null(Catalogue.Recognise([.. SharedData.ReadCsv("csww_role_by_ethnicity_2022_to_2023.csv")[0].Keys]));
    }

    [Fact]
    public void Every_column_of_the_published_file_is_shown_by_one_indicator()
    {
        var indicators = Csww.Published.Indicators;

        Assert.Equal(Csww.Published.Vintage.Indicators.Count, indicators.Count);
        Assert.Equal(indicators.Count, indicators.Select(indicator => indicator.Code).Distinct().Count());
        Assert.Contains(indicators, indicator => indicator is { Code: "csww.cases", Formula: FormulaKind.Count });
    }

    [Theory]
    [InlineData("number", "", FormulaKind.Count)]
    [InlineData("t_pupils", "", FormulaKind.Count)]
    [InlineData("spend", "£", FormulaKind.Count)]
    [InlineData("inpost_fte_percent", "", FormulaKind.PublishedOnly)]
    [InlineData("rate_per_10000", "", FormulaKind.PublishedOnly)]
    [InlineData("avg_att8", "", FormulaKind.PublishedOnly)]
    [InlineData("p8score_CI_low", "", FormulaKind.PublishedOnly)]
    [InlineData("share%", "", FormulaKind.PublishedOnly)]
    [InlineData("known", "%", FormulaKind.PublishedOnly)]
    [InlineData("gap", "pp", FormulaKind.PublishedOnly)]
    public void Column_that_no_mapping_names_adds_up_only_where_it_counts_something(
        string column,
        string unit,
        FormulaKind kind
    )
    {
        var data = new DataSetBuilder([], column).Row("2023", DataSetBuilder.Council("E08000031", "W"), "5").Build();
        var benchmarks = Csww.Of(data with { Indicators = [data.Indicators[0] with { Unit = unit }] });

        var definition = Assert.Single(benchmarks.Indicators);

        Assert.Equal(($"csww.{column}", kind), (definition.Code, definition.Formula));
        Assert.Equal(kind == FormulaKind.Count, benchmarks.Column(0, 0, 0).RollupOf(["E08000031"]) is not null);
        Assert.Equal(5, benchmarks.Column(0, 0, 0).FigureOf(0)!.Value.Value);
    }

    [Fact]
    public void Count_rolls_up_as_a_plain_sum_with_coverage()
    {
        var data = new DataSetBuilder([], "number")
            .Row("2023", DataSetBuilder.Council("E08000031", "Wolverhampton"), "5")
            .Row("2023", DataSetBuilder.Council("E08000026", "Coventry"), "c")
            .Build();

        var rollup = Csww.Of(data).Column("csww.number", "2023").RollupOf(["E08000031", "E08000026"])!;

        Assert.Equal((5.0, null, null), (rollup.Value, rollup.Denominator, rollup.Coverage.ShareOfDenominator));
        Assert.Equal((1, 2), (rollup.Coverage.Contributors, rollup.Coverage.Expected));
        Assert.Equal(FigureStatus.Confidential, Assert.Single(rollup.Coverage.Missing).Status);
    }

    [Fact]
    public void Slices_roll_up_apart()
    {
        var council = DataSetBuilder.Council("E08000031", "Wolverhampton");
        var period = new Period("2023", "Reporting year");
        var data = new DataSetBuilder(["role"], "number")
            .Row(period, council, ["Total"], ["9"])
            .Row(period, council, ["Manager"], ["2"])
            .Build();
        var benchmarks = Csww.Of(data);

        Assert.Equal(9m, benchmarks.Column(0, 0, 0).RollupOf(["E08000031"])!.Numerator);
        Assert.Equal(2m, benchmarks.Column(0, 0, 1).RollupOf(["E08000031"])!.Numerator);
    }
}
