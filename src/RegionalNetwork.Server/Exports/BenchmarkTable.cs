using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Server.Benchmarking;

namespace RegionalNetwork.Server.Exports;

/// <summary>
/// Indicators over all their periods and filters: England, the regions and the councils, made of what the same caller's query
/// <c>benchmark</c> is made of.
/// </summary>
internal static class BenchmarkTable
{
    private const string Total = "Total";
    private const int CountPlaces = 1;

    private static readonly Region[] Regions = [.. CouncilRegister.England.Regions];

    public static ExportTable OfOne(IndicatorSource source) => Of(source.Definition.Code, [source], isSet: false);

    /// <param name="name">Of the set: a publication or a collection.</param>
    public static ExportTable OfSet(string name, IReadOnlyList<IndicatorSource> sources) =>
        Of(name, sources, isSet: true);

    private static ExportTable Of(string name, IReadOnlyList<IndicatorSource> sources, bool isSet)
    {
        // By name: indicators of one collection share their filters, and each may have some only.
        Dimension[] dimensions =
        [
            .. sources
                .SelectMany(source => source.Dimensions)
                .DistinctBy(dimension => dimension.Column, StringComparer.OrdinalIgnoreCase),
        ];
        return new ExportTable(
            ExportAddresses.FileName(name),
            [
                .. isSet ? [ExportColumn.Filter("indicator", "Indicator")] : Array.Empty<ExportColumn>(),
                .. dimensions.Select(dimension => ExportColumn.Filter(dimension.Column, dimension.Label)),
                .. Figures(sources, isSet),
            ],
            sources.Sum(RowsOf),
            sources.SelectMany(source => Rows(source, dimensions, isSet))
        );
    }

    private static ExportColumn[] Figures(IReadOnlyList<IndicatorSource> sources, bool isSet)
    {
        var definition = isSet || sources.Count == 0 ? null : sources[0].Definition;
        var unit = definition?.Unit is "%" or "£" or "£m" or "pp" ? definition.Unit : "";
        var places = definition?.DecimalPlaces;
        return
        [
            ExportColumn.Figure("value", definition?.Label ?? "Value", unit, places),
            ExportColumn.Figure("value_lower_ci", "Lower limit of the 95% interval", unit, places),
            ExportColumn.Figure("value_upper_ci", "Upper limit of the 95% interval", unit, places),
            ExportColumn.Figure("numerator", "Numerator", "", CountPlaces),
            ExportColumn.Figure("denominator", "Denominator", "", CountPlaces),
            ExportColumn.Figure("reference_numerator", "Numerator of the reference group", "", CountPlaces),
            ExportColumn.Figure("reference_denominator", "Denominator of the reference group", "", CountPlaces),
            ExportColumn.Figure("published_value", "Value as published", unit, places),
            ExportColumn.Figure("contributors", "Contributors", "", 0),
            ExportColumn.Figure("contributors_expected", "Contributors expected", "", 0),
        ];
    }

    private static long RowsOf(IndicatorSource source)
    {
        var areas = 0L;
        for (var period = 0; period < source.AllPeriods.Count; period++)
        {
            areas += source.UnitsOf(period).All.Length + Regions.Length + 1;
        }

        return areas * source.Slices.Count;
    }

    private static IEnumerable<ExportRow> Rows(
        IndicatorSource source,
        IReadOnlyList<Dimension> dimensions,
        bool isSet
    )
    {
        foreach (var period in source.PeriodsInOrder)
        {
            for (var slice = 0; slice < source.Slices.Count; slice++)
            {
                string[] filters =
                [
                    .. isSet ? [source.Definition.Code] : Array.Empty<string>(),
                    .. dimensions.Select(dimension => ItemOf(source, slice, dimension)),
                ];
                foreach (var (place, cells) in Areas(source.Column(period, slice)))
                {
                    yield return new ExportRow(
                        ExportTime.Of(source.AllPeriods[period]),
                        place,
                        [.. filters, .. cells]
                    );
                }
            }
        }
    }

    private static IEnumerable<(ExportPlace Place, string[] Cells)> Areas(BenchmarkColumn column)
    {
        yield return (ExportPlace.Country, CellsOf(RollupView.OfArea(column, AreaView.England)));
        foreach (var region in Regions)
        {
            var view = RollupView.OfArea(column, new AreaView(region.Code, region.Name));
            yield return (ExportPlace.Of(region), CellsOf(view));
        }

        for (var unit = 0; unit < column.Units.All.Length; unit++)
        {
            yield return (ExportPlace.Of(column.Units.All[unit]), CellsOf(column, unit));
        }
    }

    private static string[] CellsOf(BenchmarkColumn column, int unit)
    {
        var figure = column.FigureOf(unit) ?? new IndicatorFigure(null, null, null, null, FigureStatus.NotAvailable);
        var interval =
            column.Definition.Interval == IntervalMethod.None ? null : column.Statistics.IntervalOf(unit);
        return
        [
            ExportSymbols.Of(figure.Value, figure.Status),
            ExportSymbols.Of(interval?.Percent95.Lower, figure.Status),
            ExportSymbols.Of(interval?.Percent95.Upper, figure.Status),
            ExportSymbols.Of(figure.Numerator, figure.Status),
            ExportSymbols.Of(figure.Denominator, figure.Status),
            ExportSymbols.Of(figure.ReferenceNumerator, figure.Status),
            ExportSymbols.Of(figure.ReferenceDenominator, figure.Status),
            ExportSymbols.Of(figure.Published, figure.Status),
            ExportSymbols.NotApplicable,
            ExportSymbols.NotApplicable,
        ];
    }

    private static string[] CellsOf(RollupView view) =>
        [
            ExportSymbols.Of(view.Value, view.Status),
            ExportSymbols.NotApplicable,
            ExportSymbols.NotApplicable,
            ExportSymbols.Of(view.Numerator, view.Status),
            ExportSymbols.Of(view.Denominator, view.Status),
            ExportSymbols.Of(view.ReferenceNumerator, view.Status),
            ExportSymbols.Of(view.ReferenceDenominator, view.Status),
            ExportSymbols.Of(view.Published, view.Status),
            ExportSymbols.Of(view.Coverage?.Contributors, view.Status),
            ExportSymbols.Of(view.Coverage?.Expected, view.Status),
        ];

    /// <summary>Of a filter that an indicator does not have, its figures are the total.</summary>
    private static string ItemOf(IndicatorSource source, int slice, Dimension dimension)
    {
        for (var index = 0; index < source.Dimensions.Count; index++)
        {
            if (string.Equals(source.Dimensions[index].Column, dimension.Column, StringComparison.OrdinalIgnoreCase))
            {
                return source.Dimensions[index].Items[source.Slices[slice].Items[index]];
            }
        }

        return Total;
    }
}
