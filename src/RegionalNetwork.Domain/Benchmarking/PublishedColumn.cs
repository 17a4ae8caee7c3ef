using System.Collections.Frozen;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Networks;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>A column of one vintage of a publication: the same for every caller. Rollups to England, the regions and the parts of
/// London are computed once.</summary>
public sealed class PublishedColumn : BenchmarkColumn
{
    private readonly BoundIndicator _indicator;
    private readonly VintageBenchmarks _benchmarks;
    private readonly int _period;
    private readonly int _slice;
    private readonly int[] _rows;
    private readonly FrozenDictionary<string, Rollup> _rollupByArea;

    internal PublishedColumn(VintageBenchmarks benchmarks, BoundIndicator indicator, int period, int slice)
        : base(indicator.Definition, benchmarks.Geography.UnitsOf(period))
    {
        _benchmarks = benchmarks;
        _indicator = indicator;
        _period = period;
        _slice = slice;
        _rows = new int[Units.All.Length * indicator.RowsPerFigure];
        Array.Fill(_rows, -1);
        for (var unit = 0; unit < Units.All.Length; unit++)
        {
            if (Units.All[unit].Area is { } area)
            {
                indicator.FindRows(period, area, slice, _rows.AsSpan(StartOf(unit), indicator.RowsPerFigure));
            }
        }

        _rollupByArea = CanAddUp
            ? benchmarks
                .Register.AllRegions.Select(region => region.Code)
                .Append(England.Code)
                .ToFrozenDictionary(area => area, RollupOfArea)
            : FrozenDictionary<string, Rollup>.Empty;
    }

    public override IndicatorFigure? FigureOf(int unit) => _indicator.FigureAt(RowsOf(unit), Year);

    /// <summary>Nothing is derived from an area's parts: they may count councils that its rate leaves out. The rollup does it
    /// right.</summary>
    public override IndicatorFigure? FigureOfArea(string areaCode) =>
        _indicator.PublishedFigureAt(RowsOfArea(areaCode));

    public override Rollup? RollupTo(string areaCode) => _rollupByArea.GetValueOrDefault(areaCode);

    public override Rollup? RollupTo(Network network) =>
        RollupOf([.. network.MembersOn(Units.ReferenceDate).Select(membership => membership.Council)]);

    public override Rollup? RollupOf(IReadOnlyList<string> codes)
    {
        if (!CanAddUp)
        {
            return null;
        }
        var selection = CouncilSelection.Of(codes, Units, _benchmarks.Register);
        var sum = new RollupSum(_indicator, Year);
        foreach (var unit in selection.Units)
        {
            sum.Add(Units.All[unit], RowsOf(unit));
        }
        foreach (var missing in selection.Missing)
        {
            sum.LeaveOut(missing);
        }
        return sum.Total(null, null);
    }

    private int Year => Units.ReferenceDate.Year;

    private Rollup RollupOfArea(string areaCode)
    {
        var sum = new RollupSum(_indicator, Year);
        for (var unit = 0; unit < Units.All.Length; unit++)
        {
            if (Units.All[unit].IsIn(areaCode))
            {
                sum.Add(Units.All[unit], RowsOf(unit));
            }
        }
        return sum.Total(areaCode, FigureOfArea(areaCode)?.Published);
    }

    private int StartOf(int unit) => unit * _indicator.RowsPerFigure;

    private ReadOnlySpan<int> RowsOf(int unit) => _rows.AsSpan(StartOf(unit), _indicator.RowsPerFigure);

    private int[] RowsOfArea(string areaCode)
    {
        var rows = new int[_indicator.RowsPerFigure];
        Array.Fill(rows, -1);
        if (_benchmarks.Vintage.FindArea(areaCode) is >= 0 and var area)
        {
            _indicator.FindRows(_period, area, _slice, rows);
        }

        return rows;
    }
}
