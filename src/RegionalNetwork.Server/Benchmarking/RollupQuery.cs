using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Benchmarking;

/// <summary>Rollups over all periods, earliest first.</summary>
internal static class RollupQuery
{
    private static readonly AreaView[] EnglandAndRegions =
    [
        AreaView.England,
        .. CouncilRegister.England.Regions.Select(region => new AreaView(region.Code, region.Name)),
    ];

    /// <summary>England, then the nine regions; empty for an unknown indicator.</summary>
    public static RollupSeriesView[] OfEnglandAndRegions(
        NetworkRequest request,
        string indicator,
        IReadOnlyList<DimensionItem> where,
        int? vintage
    )
    {
        var columns = Columns(request, indicator, where, vintage);
        return columns.Length == 0
            ? []
            : Array.ConvertAll(EnglandAndRegions, area => new RollupSeriesView(area, OfArea(columns, area), columns));
    }

    public static RollupView[] OfArea(
        NetworkRequest request,
        string indicator,
        IReadOnlyList<DimensionItem> where,
        string region
    )
    {
        var area = new AreaView(region, CouncilRegister.England.FindRegion(region)?.Name ?? region);
        return OfArea(Columns(request, indicator, where, vintage: null), area);
    }

    public static IReadOnlyList<RollupView> OfNetwork(
        NetworkRequest request,
        string indicator,
        IReadOnlyList<DimensionItem> where,
        Network network
    ) => [.. Columns(request, indicator, where, vintage: null).Select(column => RollupView.OfNetwork(column, network))];

    private static RollupView[] OfArea(BenchmarkColumn[] columns, AreaView area) =>
        Array.ConvertAll(columns, column => RollupView.OfArea(column, area));

    private static BenchmarkColumn[] Columns(
        NetworkRequest request,
        string code,
        IReadOnlyList<DimensionItem> where,
        int? vintage
    )
    {
        if (IndicatorSources.Find(request, code, vintage) is not { } indicator)
        {
            return [];
        }

        var slice = SliceSelection.Find(indicator, where);
        return slice < 0 ? [] : [.. indicator.PeriodsInOrder.Select(period => indicator.Column(period, slice))];
    }
}
