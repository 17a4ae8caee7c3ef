using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Comparisons;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Server.Benchmarking;

namespace RegionalNetwork.Server.Comparisons;

/// <summary>A change from the period before, with what makes the two unlike.</summary>
internal sealed record ChangeView(Period From, double Before, PeriodChange Change, IReadOnlyList<ComparisonFlag> Flags)
{
    public static ChangeView? Of(SeriesView view, Period period)
    {
        var points = view.Series.Points;
        for (var index = 1; index < points.Count; index++)
        {
            if (points[index].Period == period)
            {
                return Of(view, points[index - 1], points[index]);
            }
        }

        return null;
    }

    private static ChangeView? Of(SeriesView view, SeriesPoint before, SeriesPoint after)
    {
        var definition = view.Series.Definition;
        if (
            CountedValue.Of(definition, before.Figure) is not { } earlier
            || CountedValue.Of(definition, after.Figure) is not { } later
        )
        {
            return null;
        }

        // That the days differ is what a change is about; what else differs is not.
        var flags = Comparability
            .Flags(ProvenanceOf(view, before), ProvenanceOf(view, after), view.Series.Breaks)
            .Where(flag => flag.Kind != ComparisonFlagKind.ReferenceDateDiffers);
        return new ChangeView(
            before.Period,
            earlier.Value,
            PeriodChange.Between(definition, earlier, later),
            [.. flags]
        );
    }

    private static FigureProvenance ProvenanceOf(SeriesView view, SeriesPoint point) =>
        new(
            view.Series.Definition,
            point.Period,
            point.ReferenceDate,
            view.Series.Definition.Entry?.MethodVersion,
            view.Indicator.Origin
        );
}
