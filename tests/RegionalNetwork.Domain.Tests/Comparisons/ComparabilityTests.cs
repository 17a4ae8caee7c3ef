using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Comparisons;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Tests.Benchmarking;

namespace RegionalNetwork.Domain.Tests.Comparisons;

public sealed class ComparabilityTests
{
    private static readonly FigureProvenance Census = new(
        Csww.Mapping.Indicators.Single(indicator => indicator.Code == "CSW-01"),
        new Period("2021", "Reporting year"),
        new DateOnly(2021, 9, 30),
        "1",
        FigureOrigin.Official
    );

    [Fact]
    public void Figures_of_one_source_and_day_compare() => Assert.Empty(Comparability.Flags(Census, Census, []));

    /// <summary>A report once set a local rolling year to March beside the census year to September before.</summary>
    [Fact]
    public void A_local_rolling_year_beside_a_census_year_is_flagged_for_each_thing_that_differs()
    {
        var local = Census with
        {
            Period = new Period("202203", "Rolling year"),
            ReferenceDate = new DateOnly(2022, 3, 31),
            MethodVersion = null,
            Origin = FigureOrigin.Returned,
        };

        var flags = Comparability.Flags(local, Census, []);

        Assert.Equal(
            [
                ComparisonFlagKind.PeriodDiffers,
                ComparisonFlagKind.ReferenceDateDiffers,
                ComparisonFlagKind.MethodDiffers,
                ComparisonFlagKind.OriginDiffers,
            ],
            flags.Select(flag => flag.Kind)
        );
        Assert.Equal("One describes 31 March 2022, the other 30 September 2021.", flags[1].Sentence);
    }

    [Fact]
    public void A_break_between_two_figures_is_flagged_and_one_outside_is_not()
    {
        var later = Census with { Period = new("2023", "Reporting year"), ReferenceDate = new(2023, 9, 30) };
        SeriesBreak between = new(new DateOnly(2023, 4, 1), SeriesBreakKind.Split, "It was split.");
        SeriesBreak before = new(new DateOnly(2021, 4, 1), SeriesBreakKind.Merge, "It was merged.");

        var flags = Comparability.Flags(later, Census, [before, between]);

        Assert.Equal(
            [ComparisonFlagKind.ReferenceDateDiffers, ComparisonFlagKind.SeriesBreaks],
            flags.Select(flag => flag.Kind)
        );
        Assert.Equal("It was split.", flags[1].Sentence);
    }
}
