using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.ReturnedFigures;

/// <summary>An indicator of what councils returned, round by round, as one caller may see it. Its vintage of a period is the number of
/// the period's last round. Made for one request: the caller's rights are found once for each period.</summary>
public sealed class ReturnedIndicator : IndicatorSource
{
    private readonly IndicatorShape _shape;
    private readonly int _indicator;
    private readonly IReadOnlyList<RoundFigures> _rounds;
    private readonly FigureViewer _viewer;
    private readonly KeptColumns _kept;
    private readonly FigureRights?[] _rights;

    /// <param name="rounds">The last round of each period, earliest first.</param>
    internal ReturnedIndicator(
        IndicatorShape shape,
        int indicator,
        IReadOnlyList<RoundFigures> rounds,
        FigureViewer viewer,
        KeptColumns kept
    )
        : base(shape.Definition)
    {
        (_shape, _indicator, _rounds, _viewer, _kept) = (shape, indicator, rounds, viewer, kept);
        _rights = new FigureRights?[rounds.Count];
    }

    public override FigureOrigin Origin => FigureOrigin.Returned;

    public override IReadOnlyList<Period> AllPeriods =>
        field ??= [.. _rounds.Select(round => new Period(round.Period.Code, round.Period.TimeIdentifier))];

    public override IReadOnlyList<int> PeriodsInOrder => field ??= [.. Enumerable.Range(0, _rounds.Count)];

    public override IReadOnlyList<Dimension> Dimensions => _shape.Dimensions;

    public override IReadOnlyList<Slice> Slices => _shape.Slices;

    public override PeriodUnits UnitsOf(int period) => _rounds[period].Units;

    public override int VintageOf(int period) => _rounds[period].Round.Number;

    public override BenchmarkColumn Column(int period, int slice)
    {
        var rights = _rights[period] ??= _viewer.RightsIn(_rounds[period], Definition.Code);
        return new ReturnedColumn(_kept.Of(_rounds[period], _indicator, slice, rights), _viewer);
    }
}
