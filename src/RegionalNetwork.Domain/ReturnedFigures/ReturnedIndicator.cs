using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.ReturnedFigures;

/// <summary>An indicator of what councils returned, round by round, as one caller may see it. Its vintage of a period is the number of
/// the period's last round.</summary>
public sealed class ReturnedIndicator : IndicatorSource
{
    private readonly IndicatorShape _shape;
    private readonly int _indicator;
    private readonly IReadOnlyList<RoundFigures> _rounds;
    private readonly FigureViewer _viewer;
    private readonly Dictionary<(int Period, int Slice), BenchmarkColumn> _columns = [];

    /// <param name="rounds">The last round of each period, earliest first.</param>
    internal ReturnedIndicator(
        IndicatorShape shape,
        int indicator,
        IReadOnlyList<RoundFigures> rounds,
        FigureViewer viewer
    )
        : base(shape.Definition) => (_shape, _indicator, _rounds, _viewer) = (shape, indicator, rounds, viewer);

    public override FigureOrigin Origin => FigureOrigin.Returned;

    public override IReadOnlyList<Period> AllPeriods =>
        field ??= [.. _rounds.Select(round => new Period(round.Period.Code, round.Period.TimeIdentifier))];

    public override IReadOnlyList<int> PeriodsInOrder => field ??= [.. Enumerable.Range(0, _rounds.Count)];

    public override IReadOnlyList<Dimension> Dimensions => _shape.Dimensions;

    public override IReadOnlyList<Slice> Slices => _shape.Slices;

    public override PeriodUnits UnitsOf(int period) => _rounds[period].Units;

    public override int VintageOf(int period) => _rounds[period].Round.Number;

    /// <summary>Made once for each source, which lasts as long as a request.</summary>
    public override BenchmarkColumn Column(int period, int slice)
    {
        if (!_columns.TryGetValue((period, slice), out var column))
        {
            column = new ReturnedColumn(_rounds[period], _indicator, slice, _viewer);
            _columns.Add((period, slice), column);
        }

        return column;
    }
}
