using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Comparisons;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Server.Councils;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Benchmarking;

/// <summary>One indicator in one period, council by council, beside its rollups.</summary>
/// <param name="Rows">Of the councils that were asked for.</param>
internal sealed record BenchmarkView(
    IndicatorSource Indicator,
    BenchmarkColumn Column,
    IReadOnlyList<BenchmarkRow> Rows,
    RollupView? Region,
    RollupView? Network,
    RollupView England,
    BenchmarkArguments Asked
)
{
    /// <summary>Of the same rows; null where no indicator says of how many the figures are known.</summary>
    public BenchmarkView? Completeness(NetworkRequest request) =>
        Indicator.Definition.Completeness is { } code
            ? BenchmarkQuery.Find(
                request,
                Asked with
                {
                    Indicator = code,
                    Period = Period.Code,
                    Where = [],
                    Vintage = Vintage,
                }
            )
            : null;

    public Period Period => Column.Units.Period;

    public int Vintage => Indicator.VintageOf(Indicator.FindPeriod(Period.Code));

    public DateOnly ReferenceDate => Column.Units.ReferenceDate;
}

/// <summary>A reporting unit with its figure; null where the publication has no row.</summary>
/// <param name="Index">Of the unit in the column.</param>
/// <param name="Set">Of all rows that were asked for.</param>
internal sealed record BenchmarkRow(
    ReportingUnit Unit,
    IndicatorFigure? Figure,
    int Index,
    BenchmarkColumn Column,
    SetStatistics Set
)
{
    private (bool IsKnown, Position? Value) _position;

    public FigureInterval? Interval => Column.Statistics.IntervalOf(Index);

    /// <summary>Among the rows that were asked for; null where it has no value. Found once: several fields of a row are made of it.</summary>
    public Position? Position
    {
        get
        {
            if (!_position.IsKnown)
            {
                _position = (true, Domain.Comparisons.Position.In(Column, Index, Set));
            }

            return _position.Value;
        }
    }

    public Judgement JudgedAgainst(RowBenchmark benchmark)
    {
        var set = benchmark switch
        {
            RowBenchmark.England => Column.Statistics.Over(England.Code)!,
            RowBenchmark.Region => Column.Statistics.Over(Unit.RegionCode)!,
            _ => Set,
        };
        var value = benchmark == RowBenchmark.Median ? set.Sample.Median : set.Rollup?.Value;
        return Judge.Of(Column, Index, set, value);
    }

    public string Code => Unit.Code;

    public string Name => Unit.Name;

    public IReadOnlyList<Council> Councils => Unit.Councils;
}

/// <summary>What the rows of a benchmark are judged against.</summary>
internal enum RowBenchmark
{
    England,

    /// <summary>The region of the row's council.</summary>
    Region,

    /// <summary>The rollup of the rows.</summary>
    Rows,

    /// <summary>The median of the rows.</summary>
    Median,
}

internal static class BenchmarkQuery
{
    /// <summary>Null where there is no such indicator, period, combination of filters, region or network.</summary>
    public static BenchmarkView? Find(NetworkRequest request, BenchmarkArguments arguments)
    {
        if (
            IndicatorSources.Find(request, arguments.Indicator, arguments.Vintage) is not { } indicator
            || ColumnOf(indicator, arguments.Period, arguments.Where) is not { } column
        )
        {
            return null;
        }

        var region = arguments.Region is null ? null : CouncilRegister.England.FindRegion(arguments.Region);
        var network = arguments.Network is null ? null : request.Snapshot.Networks.Find(arguments.Network);
        if ((arguments.Region is not null && region is null) || (arguments.Network is not null && network is null))
        {
            return null;
        }

        var members = network is null ? null : UnitsOf(network, column.Units);
        var set = network is not null
            ? column.Statistics.Over(network)
            : column.Statistics.Over(region?.Code ?? England.Code)!;
        var rows = new List<BenchmarkRow>();
        for (var unit = 0; unit < column.Units.All.Length; unit++)
        {
            var reporting = column.Units.All[unit];
            if ((region is null || reporting.IsIn(region.Code)) && (members is null || members.Contains(unit)))
            {
                rows.Add(new BenchmarkRow(reporting, column.FigureOf(unit), unit, column, set));
            }
        }

        return new BenchmarkView(
            indicator,
            column,
            rows,
            region is null ? null : RollupView.OfArea(column, new AreaView(region.Code, region.Name)),
            network is null ? null : RollupView.OfNetwork(column, network),
            RollupView.OfArea(column, AreaView.England),
            arguments
        );
    }

    public static IndicatorFigure? FigureOf(NetworkRequest request, Council council, FigureArguments arguments) =>
        IndicatorSources.Find(request, arguments.Indicator, vintage: null) is { } indicator
            ? ColumnOf(indicator, arguments.Period, arguments.Where)?.FigureOf(council)
            : null;

    private static BenchmarkColumn? ColumnOf(
        IndicatorSource indicator,
        string? periodCode,
        IReadOnlyList<DimensionItem> where
    )
    {
        var period = indicator.FindPeriod(periodCode);
        var slice = SliceSelection.Find(indicator, where);
        return period < 0 || slice < 0 ? null : indicator.Column(period, slice);
    }

    /// <summary>Indexes of the members' units. A member may have joined under a code that it had before or after the period.</summary>
    private static HashSet<int> UnitsOf(Network network, PeriodUnits units) =>
        [
            .. network
                .MembersOn(units.ReferenceDate)
                .Select(membership => units.IndexOf(CouncilResolvers.Get(membership.Council))),
        ];
}

/// <param name="Period">Null for the latest.</param>
/// <param name="Vintage">Null for the current one.</param>
internal sealed record BenchmarkArguments(
    string Indicator,
    string? Period,
    string? Region,
    string? Network,
    IReadOnlyList<DimensionItem> Where,
    int? Vintage
);
