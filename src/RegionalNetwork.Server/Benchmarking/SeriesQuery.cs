using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Benchmarking;

/// <summary>One council's figures over time.</summary>
internal sealed record SeriesView(IndicatorSource Indicator, Series Series);

internal static class SeriesQuery
{
    /// <summary>Null for an unknown indicator.</summary>
    public static SeriesView? Of(NetworkRequest request, Council council, IndicatorArguments arguments)
    {
        var sources = IndicatorSources.AllVintages(request, arguments.Indicator);
        if (sources.Count == 0)
        {
            return null;
        }

        var series = SeriesBuilder.Build(
            sources,
            council,
            CouncilRegister.England,
            source => SliceSelection.Find(source, arguments.Where)
        );
        return series is null ? null : new SeriesView(sources[^1], series);
    }
}
