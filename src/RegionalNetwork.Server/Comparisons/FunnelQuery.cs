using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Comparisons;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Server.Benchmarking;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Comparisons;

/// <param name="Period">Null for the latest.</param>
internal sealed record FunnelArguments(string Indicator, string? Period, string? Region, string? Network);

/// <param name="Indicator">Null for one that nobody knows.</param>
/// <param name="Area">The region, network or England.</param>
internal sealed record FunnelView(IndicatorSource? Indicator, Period? Period, AreaView Area, Funnel Funnel);

internal static class FunnelQuery
{
    public static FunnelView Of(NetworkRequest request, FunnelArguments arguments)
    {
        var indicator = IndicatorSources.Find(request, arguments.Indicator, vintage: null);
        var (column, reason) = ColumnLookup.Find(indicator, arguments.Indicator, arguments.Period);
        var network = ComparisonQuery.SourcesOf(request, arguments.Network, null, null).Network;
        var region = arguments.Region is null ? null : CouncilRegister.England.FindRegion(arguments.Region);
        var area =
            network is not null ? new AreaView(network.Id, network.Details.Name)
            : region is not null ? new AreaView(region.Code, region.Name)
            : AreaView.England;
        if (column is null)
        {
            return new FunnelView(indicator, null, area, new Funnel(null, [], [], reason));
        }

        if (arguments.Region is not null && region is null)
        {
            return new FunnelView(
                indicator,
                column.Units.Period,
                area,
                new Funnel(null, [], [], $"There is no region {arguments.Region}. Check its code.")
            );
        }

        var set = network is not null ? column.Statistics.Over(network) : column.Statistics.Over(area.Code)!;
        return new FunnelView(indicator, column.Units.Period, area, Funnel.Of(column, set));
    }
}
