using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Networks;

namespace RegionalNetwork.Domain.ReturnedFigures;

/// <summary>A column for one caller in one request: what everybody with their rights sees, and the sums of networks, for which each
/// network is asked about as it is now.</summary>
internal sealed class ReturnedColumn(MaskedColumn column, FigureViewer viewer)
    : BenchmarkColumn(column.Definition, column.Units)
{
    public override bool WithholdsRollups => column.WithholdsRollups;

    /// <summary>Of the column that is kept, so that they are computed once for all who see the same.</summary>
    public override ColumnStatistics Statistics => column.Statistics;

    public override IndicatorFigure? FigureOf(int unit) => column.FigureOf(unit);

    public override IndicatorFigure? FigureOfArea(string areaCode) => column.FigureOfArea(areaCode);

    public override Rollup? RollupTo(string areaCode) => column.RollupTo(areaCode);

    public override Rollup? RollupTo(Network network) =>
        viewer.SeesTotalsOf(network, Units.ReferenceDate) ? column.SumOf(network) : null;

    public override Rollup? RollupOf(IReadOnlyList<string> codes) => column.RollupOf(codes);
}
