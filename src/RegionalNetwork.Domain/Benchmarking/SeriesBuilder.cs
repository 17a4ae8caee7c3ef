using RegionalNetwork.Domain.Councils;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>Builds a council's series from all vintages of an indicator: each period from the newest vintage that has it.</summary>
public static class SeriesBuilder
{
    /// <param name="sources">The indicator in each vintage, oldest first.</param>
    /// <param name="sliceOf">Finds the wanted combination of filter items in a vintage, or -1 where it has none: slices are
    /// numbered by each vintage for itself.</param>
    /// <returns>Null where no vintage has the indicator with such a slice.</returns>
    public static Series? Build(
        IReadOnlyList<IndicatorSource> sources,
        Council council,
        CouncilRegister register,
        Func<IndicatorSource, int> sliceOf
    )
    {
        var points = new SortedDictionary<(DateOnly Date, string Period), SeriesPoint>();
        IndicatorDefinition? definition = null;
        foreach (var source in sources)
        {
            var slice = sliceOf(source);
            if (slice < 0)
            {
                continue;
            }
            definition = source.Definition;
            foreach (var point in Points(source, council, register, slice))
            {
                points[(point.ReferenceDate, point.Period.Code)] = point;
            }
        }
        if (definition is null)
        {
            return null;
        }
        SeriesPoint[] inOrder = [.. points.Values];
        var breaks = SeriesBreaks.Of(council, inOrder, FirstDay(sources), register);
        return new Series(council, definition, inOrder, breaks);
    }

    /// <summary>Nothing breaks before there is a period.</summary>
    private static DateOnly FirstDay(IReadOnlyList<IndicatorSource> sources) =>
        sources
            .Where(source => source.PeriodsInOrder.Count > 0)
            .Select(source => source.UnitsOf(source.PeriodsInOrder[0]).ReferenceDate)
            .DefaultIfEmpty(DateOnly.MaxValue)
            .Min();

    private static IEnumerable<SeriesPoint> Points(
        IndicatorSource source,
        Council council,
        CouncilRegister register,
        int slice
    )
    {
        for (var period = 0; period < source.AllPeriods.Count; period++)
        {
            var column = source.Column(period, slice);
            var unit = SeriesBreaks.UnitOf(council, column.Units, register);
            if (unit >= 0 && column.FigureOf(unit) is { } figure)
            {
                yield return new SeriesPoint(
                    column.Units.Period,
                    column.Units.ReferenceDate,
                    source.VintageOf(period),
                    column.Units.All[unit],
                    figure
                );
            }
        }
    }
}
