using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Snapshot;

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
        NetworkSnapshot snapshot,
        string indicator,
        IReadOnlyList<DimensionItem> where,
        int? vintage
    )
    {
        var columns = Columns(snapshot, indicator, where, vintage);
        return columns.Length == 0
            ? []
            : Array.ConvertAll(EnglandAndRegions, area => new RollupSeriesView(area, OfArea(columns, area), columns));
    }

    public static RollupView[] OfArea(
        NetworkSnapshot snapshot,
        string indicator,
        IReadOnlyList<DimensionItem> where,
        string region
    )
    {
        var area = new AreaView(region, CouncilRegister.England.FindRegion(region)?.Name ?? region);
        return OfArea(Columns(snapshot, indicator, where, vintage: null), area);
    }

    public static IReadOnlyList<RollupView> OfNetwork(
        NetworkSnapshot snapshot,
        string indicator,
        IReadOnlyList<DimensionItem> where,
        Network network
    ) =>
        [.. Columns(snapshot, indicator, where, vintage: null).Select(column => RollupView.OfNetwork(column, network))];

    private static RollupView[] OfArea(BenchmarkColumn[] columns, AreaView area) =>
        Array.ConvertAll(columns, column => RollupView.OfArea(column, area));

    private static BenchmarkColumn[] Columns(
        NetworkSnapshot snapshot,
        string code,
        IReadOnlyList<DimensionItem> where,
        int? vintage
    )
    {
        if (IndicatorSources.Find(snapshot, code, vintage) is not { } indicator)
        {
            return [];
        }

        var slice = SliceSelection.Find(indicator, where);
        return slice < 0 ? [] : [.. indicator.PeriodsInOrder.Select(period => indicator.Column(period, slice))];
    }
}
