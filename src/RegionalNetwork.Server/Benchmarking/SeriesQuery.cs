using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Benchmarking;

/// <summary>One council's figures over time.</summary>
internal sealed record SeriesView(IndicatorView Indicator, Series Series);

internal static class SeriesQuery
{
    /// <summary>Null for an unknown indicator.</summary>
    public static SeriesView? Of(NetworkSnapshot snapshot, Council council, IndicatorArguments arguments)
    {
        if (IndicatorView.Find(snapshot, arguments.Indicator, vintage: null) is not { } indicator)
        {
            return null;
        }

        var vintages = snapshot.Benchmarks.VintagesOf(indicator.Definition.Collection);
        var series = SeriesBuilder.Build(
            vintages,
            council,
            arguments.Indicator,
            benchmarks => SliceSelection.Find(benchmarks.Vintage, arguments.Where)
        );
        return series is null ? null : new SeriesView(indicator, series);
    }
}
