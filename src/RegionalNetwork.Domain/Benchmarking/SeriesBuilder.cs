using RegionalNetwork.Domain.Councils;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>Builds a council's series from all vintages of a publication: each period from the newest vintage that has it.</summary>
public static class SeriesBuilder
{
    /// <param name="vintages">Oldest first.</param>
    /// <param name="sliceOf">Finds the wanted combination of filter items in a vintage, or -1 where it has none: slices are
    /// numbered by each vintage for itself.</param>
    /// <returns>Null where no vintage has the indicator.</returns>
    public static Series? Build(
        IReadOnlyList<VintageBenchmarks> vintages,
        Council council,
        string indicatorCode,
        Func<VintageBenchmarks, int> sliceOf
    )
    {
        var points = new SortedDictionary<(DateOnly Date, string Period), SeriesPoint>();
        IndicatorDefinition? definition = null;
        foreach (var benchmarks in vintages)
        {
            var (indicator, slice) = (benchmarks.FindIndicator(indicatorCode), sliceOf(benchmarks));
            if (indicator < 0 || slice < 0)
            {
                continue;
            }
            definition = benchmarks.Indicators[indicator];
            foreach (var point in Points(benchmarks, council, indicator, slice))
            {
                points[(point.ReferenceDate, point.Period.Code)] = point;
            }
        }
        if (definition is null)
        {
            return null;
        }
        SeriesPoint[] inOrder = [.. points.Values];
        var breaks = SeriesBreaks.Of(council, inOrder, FirstDay(vintages), vintages[0].Register);
        return new Series(council, definition, inOrder, breaks);
    }

    private static DateOnly FirstDay(IReadOnlyList<VintageBenchmarks> vintages) =>
        vintages.Min(benchmarks =>
            Enumerable
                .Range(0, benchmarks.Vintage.Periods.Count)
                .Min(period => benchmarks.Geography.UnitsOf(period).ReferenceDate)
        );

    private static IEnumerable<SeriesPoint> Points(
        VintageBenchmarks benchmarks,
        Council council,
        int indicator,
        int slice
    )
    {
        for (var period = 0; period < benchmarks.Vintage.Periods.Count; period++)
        {
            var column = benchmarks.Column(indicator, period, slice);
            var unit = SeriesBreaks.UnitOf(council, column.Units, benchmarks.Register);
            if (unit >= 0 && column.FigureOf(unit) is { } figure)
            {
                yield return new SeriesPoint(
                    column.Units.Period,
                    column.Units.ReferenceDate,
                    benchmarks.Vintage.Number,
                    column.Units.All[unit],
                    figure
                );
            }
        }
    }
}
