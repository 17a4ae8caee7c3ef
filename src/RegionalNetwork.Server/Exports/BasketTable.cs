using RegionalNetwork.Domain.Comparisons;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Comparisons;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Exports;

/// <summary>A council's figures of a basket of indicators beside its comparators: a row for each indicator and comparator, made of
/// what the same caller's query <c>comparison</c> is made of.</summary>
internal static class BasketTable
{
    private static readonly ComparatorKind[] Comparators =
    [
        ComparatorKind.Region,
        ComparatorKind.Network,
        ComparatorKind.Neighbours,
        ComparatorKind.CouncilType,
        ComparatorKind.England,
    ];

    private static readonly ExportColumn[] Columns =
    [
        ExportColumn.Filter("indicator", "Indicator"),
        ExportColumn.Filter("comparator", "Comparator"),
        ExportColumn.Figure("value", "Council's value", "", null),
        ExportColumn.Figure("value_lower_ci", "Lower limit of the 95% interval", "", null),
        ExportColumn.Figure("value_upper_ci", "Upper limit of the 95% interval", "", null),
        ExportColumn.Figure("comparator_weighted", "Comparator: sum over sum", "", null),
        ExportColumn.Figure("comparator_median", "Comparator: median of councils", "", null),
        ExportColumn.Figure("comparator_councils", "Comparator: councils with a value", "", 0),
        ExportColumn.Figure("comparator_councils_expected", "Comparator: councils expected", "", 0),
    ];

    /// <summary>Only what the council has figures of: a comparison without a period has no row in the standard.</summary>
    /// <param name="period">Null for the latest of each indicator.</param>
    /// <exception cref="GraphQLFieldException">There are more indicators than one comparison may have.</exception>
    public static ExportTable Of(
        NetworkRequest request,
        Council council,
        IReadOnlyList<string> indicators,
        string? period
    )
    {
        var comparisons = ComparisonQuery.Of(
            request,
            council,
            new ComparisonArguments(indicators, period, Comparators, null, null, null)
        );
        return new ExportTable(
            $"comparison-{ExportAddresses.FileName(council.Code)}",
            Columns,
            (long)comparisons.Length * Comparators.Length,
            comparisons.Where(comparison => comparison.Unit >= 0).SelectMany(Rows)
        );
    }

    private static IEnumerable<ExportRow> Rows(IndicatorComparison comparison)
    {
        var place = ExportPlace.Of(comparison.Column!.Units.All[comparison.Unit]);
        var status = comparison.Figure?.Status ?? FigureStatus.NotAvailable;
        var interval = comparison.Interval?.Percent95;
        foreach (var comparator in comparison.Comparators)
        {
            // What is kept back of a sum and what nobody has look alike where there is no sum to show.
            var missing = comparison.Column.WithholdsRollups ? FigureStatus.Confidential : FigureStatus.NotAvailable;
            yield return new ExportRow(
                ExportTime.Of(comparison.Period!),
                place,
                [
                    comparison.Code,
                    Enum.GetName(comparator.Kind)!,
                    ExportSymbols.Of(comparison.Figure?.Value, status),
                    ExportSymbols.Of(interval?.Lower, status),
                    ExportSymbols.Of(interval?.Upper, status),
                    ExportSymbols.Of(comparator.Statistics?.Rollup?.Value, missing),
                    ExportSymbols.Of(comparator.Statistics?.Sample.Median, missing),
                    ExportSymbols.Of(comparator.Statistics?.Count, missing),
                    ExportSymbols.Of(comparator.Statistics?.Expected, missing),
                ]
            );
        }
    }
}
