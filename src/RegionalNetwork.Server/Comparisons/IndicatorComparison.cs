using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Comparisons;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Server.Benchmarking;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Comparisons;

/// <summary>A council's figure of one indicator beside its comparators.</summary>
/// <param name="Code">As asked for.</param>
/// <param name="Column">Null where there is no such indicator, period or total; then <paramref name="Reason"/> says why.</param>
internal sealed record IndicatorComparison(
    Council Council,
    string Code,
    IndicatorSource? Indicator,
    BenchmarkColumn? Column,
    string? Reason,
    IReadOnlyList<ComparatorAnswer> Comparators,
    ComparatorSources Sources
)
{
    private SeriesView? _series;

    public Period? Period => Column?.Units.Period;

    public DateOnly? ReferenceDate => Column?.Units.ReferenceDate;

    public int? Vintage => Column is null ? null : Indicator!.VintageOf(Indicator.FindPeriod(Period!.Code));

    public IndicatorFigure? Figure => Unit < 0 ? null : Column!.FigureOf(Unit);

    public FigureInterval? Interval => Column?.Statistics.IntervalOf(Unit);

    /// <summary>The joint return that the figure is of; null for the council's own.</summary>
    public ReportingUnit? JointReturn => Unit < 0 || !Column!.Units.All[Unit].IsJoint ? null : Column.Units.All[Unit];

    /// <summary>By its index in the column; -1 where the council has no figure.</summary>
    public int Unit { get; } = Column?.Units.IndexOf(Council) ?? -1;

    /// <summary>Among those of one of the <see cref="Comparators"/>; null where it has no place there.</summary>
    public PositionView? PositionAgainst(ComparatorKind kind)
    {
        foreach (var comparator in Comparators)
        {
            if (comparator.Kind == kind && comparator.Statistics is { } set)
            {
                return Position.In(Column!, Unit, set) is { } position
                    ? new PositionView(new AreaView(comparator.Code ?? "", comparator.Name), position)
                    : null;
            }
        }

        return null;
    }

    /// <summary>Within the region, the network and England, as far as the council has a place there.</summary>
    public IReadOnlyList<PositionView> Positions()
    {
        if (Column is null)
        {
            return [];
        }

        var positions = new List<PositionView>(3);
        var region = CouncilRegister.England.FindRegion(Council.RegionCode)!;
        Add(new AreaView(region.Code, region.Name), Column.Statistics.Over(region.Code)!);
        if (Domain.Comparisons.Comparators.NetworkOf(Council, Column.Units.ReferenceDate, Sources) is { } network)
        {
            Add(new AreaView(network.Id, network.Details.Name), Column.Statistics.Over(network));
        }

        Add(AreaView.England, Column.Statistics.Over(England.Code)!);
        return positions;

        void Add(AreaView area, SetStatistics set)
        {
            if (Position.In(Column, Unit, set) is { } position)
            {
                positions.Add(new PositionView(area, position));
            }
        }
    }

    public SeriesView? Series(NetworkRequest request) =>
        Indicator is null
            ? null
            : _series ??= SeriesQuery.Of(request, Council, new IndicatorArguments(Indicator.Definition.Code, []));

    /// <summary>Null where there is no series.</summary>
    public SeriesTrend? Trend(NetworkRequest request) =>
        Series(request) is { } view ? SeriesTrend.Of(view.Series) : null;

    /// <summary>From the period before; null where one of the two has no value.</summary>
    public ChangeView? Change(NetworkRequest request) =>
        Series(request) is { } view && Column is not null ? ChangeView.Of(view, Column.Units.Period) : null;
}

/// <param name="Within">The region, network or England.</param>
internal sealed record PositionView(AreaView Within, Position Position);
