using System.Collections.Frozen;
using RegionalNetwork.Domain.Councils;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>One indicator, slice and period over all reporting units, with its rollups to England, the regions and the parts of
/// London computed once. Immutable.</summary>
public sealed class BenchmarkColumn
{
    private readonly BoundIndicator _indicator;
    private readonly VintageBenchmarks _benchmarks;
    private readonly int _period;
    private readonly int _slice;
    private readonly int[] _rowByUnit;
    private readonly FrozenDictionary<string, Rollup> _rollupByArea;

    internal BenchmarkColumn(VintageBenchmarks benchmarks, BoundIndicator indicator, int period, int slice)
    {
        _benchmarks = benchmarks;
        _indicator = indicator;
        _period = period;
        _slice = slice;
        Units = benchmarks.Geography.UnitsOf(period);
        _rowByUnit =
        [
            .. Units.All.Select(unit => unit.Area is { } area ? benchmarks.Vintage.FindRow(period, area, slice) : -1),
        ];
        _rollupByArea = CanAddUp
            ? benchmarks
                .Register.AllRegions.Select(region => region.Code)
                .Append(England.Code)
                .ToFrozenDictionary(area => area, RollupOfArea)
            : FrozenDictionary<string, Rollup>.Empty;
    }

    public IndicatorDefinition Definition => _indicator.Definition;

    public PeriodUnits Units { get; }

    /// <summary>False for what is known only as published: there are no parts to add up.</summary>
    public bool CanAddUp => Definition.IsRate || Definition.Formula == FormulaKind.Count;

    /// <summary>The figure of a unit, by its index in <see cref="Units"/>; null where the file has no row.</summary>
    public IndicatorFigure? FigureOf(int unit) => _indicator.FigureAt(_rowByUnit[unit], Year);

    /// <summary>The figure that a council is in, alone or jointly; null where there is none.</summary>
    public IndicatorFigure? FigureOf(Council council) =>
        Units.IndexOf(council) is >= 0 and var unit ? FigureOf(unit) : null;

    /// <summary>As the publisher has it for England, a region or a part of London; null where the file has no such row. Nothing is
    /// derived from its parts: they may count councils that its rate leaves out. <see cref="RollupTo"/> does it right.</summary>
    public IndicatorFigure? FigureOfArea(string areaCode) => _indicator.PublishedFigureAt(RowOfArea(areaCode));

    /// <summary>The rollup to England, a region or a part of London; null for another code or where figures do not add up.</summary>
    public Rollup? RollupTo(string areaCode) => _rollupByArea.GetValueOrDefault(areaCode);

    /// <summary>The rollup to any set of councils, such as a network's members on a date, given by current or former codes. Null
    /// where figures do not add up.</summary>
    public Rollup? RollupOf(IReadOnlyList<string> codes)
    {
        if (!CanAddUp)
        {
            return null;
        }
        var selection = CouncilSelection.Of(codes, Units, _benchmarks.Register);
        var sum = new RollupSum(_indicator, Year);
        foreach (var unit in selection.Units)
        {
            sum.Add(Units.All[unit], _rowByUnit[unit]);
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
        for (var unit = 0; unit < _rowByUnit.Length; unit++)
        {
            if (Units.All[unit].IsIn(areaCode))
            {
                sum.Add(Units.All[unit], _rowByUnit[unit]);
            }
        }
        return sum.Total(areaCode, FigureOfArea(areaCode)?.Published);
    }

    private int RowOfArea(string areaCode)
    {
        var area = _benchmarks.Vintage.FindArea(areaCode);
        return area < 0 ? -1 : _benchmarks.Vintage.FindRow(_period, area, _slice);
    }
}
