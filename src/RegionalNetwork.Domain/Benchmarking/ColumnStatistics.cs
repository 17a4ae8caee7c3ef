using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Methods;
using RegionalNetwork.Domain.Networks;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>
/// Values, intervals and order of one column's figures. Sets that are asked for again and again (an area, a kind of council, a
/// network's members, a council's neighbours) are summed up once. Safe for any number of readers.
/// </summary>
public sealed class ColumnStatistics
{
    private readonly BenchmarkColumn _column;
    private readonly double?[] _values;
    private readonly FigureInterval?[] _intervals;
    private readonly FrozenDictionary<string, SetStatistics> _byArea;
    private readonly SetStatistics?[] _byType = new SetStatistics?[Enum.GetValues<CouncilType>().Length];
    private readonly ConditionalWeakTable<object, SetStatistics> _bySet = [];

    internal ColumnStatistics(BenchmarkColumn column)
    {
        _column = column;
        var units = column.Units.All.Length;
        (_values, _intervals) = (new double?[units], new FigureInterval?[units]);
        for (var unit = 0; unit < units; unit++)
        {
            if (column.FigureOf(unit) is { Value: { } value } figure && double.IsFinite(value))
            {
                _values[unit] = value;
                _intervals[unit] = FigureInterval.Of(column.Definition, figure);
            }
        }

        _byArea = column
            .Units.Register.AllRegions.Select(region => region.Code)
            .Append(England.Code)
            .ToFrozenDictionary(area => area, OfArea);
    }

    /// <summary>By the unit's index; null where it has no value.</summary>
    public double? ValueOf(int unit) => unit < 0 ? null : _values[unit];

    /// <summary>By the unit's index; null where it has none.</summary>
    public FigureInterval? IntervalOf(int unit) => unit < 0 ? null : _intervals[unit];

    /// <summary>England, a region or a part of London. Null for another code.</summary>
    public SetStatistics? Over(string areaCode) => _byArea.GetValueOrDefault(areaCode);

    /// <summary>Units all of whose councils are of this kind.</summary>
    public SetStatistics Over(CouncilType type) => _byType[(int)type] ??= OfType(type);

    /// <summary>A network's members on the period's reference date.</summary>
    public SetStatistics Over(Network network)
    {
        var members = network.MembersOn(_column.Units.ReferenceDate);
        return OverSet(members, () => [.. members.Select(membership => membership.Council)]);
    }

    /// <summary>A set that is asked for again.</summary>
    /// <param name="set">The immutable thing whose councils they are.</param>
    public SetStatistics OverSet(object set, Func<IReadOnlyList<string>> codes)
    {
        if (_bySet.TryGetValue(set, out var known))
        {
            return known;
        }

        var selection = _column.Units.Select(set, codes);
        return _bySet.GetValue(set, _ => Of(selection, _column.RollupOf(codes())));
    }

    /// <summary>Any set of councils, by current or former codes.</summary>
    public SetStatistics OverSet(IReadOnlyList<string> codes) =>
        Of(_column.Units.Select(codes), _column.RollupOf(codes));

    private SetStatistics OfArea(string areaCode)
    {
        int[] units = [.. UnitsWhere(unit => unit.IsIn(areaCode))];
        var rollup = _column.RollupTo(areaCode);
        return Of(units, [], rollup) with { Published = _column.FigureOfArea(areaCode)?.Published };
    }

    private SetStatistics OfType(CouncilType type)
    {
        int[] units = [.. UnitsWhere(unit => unit.Councils.All(council => council.Type == type))];
        string[] codes =
        [
            .. units.SelectMany(unit => _column.Units.All[unit].Councils).Select(council => council.Code),
        ];
        return Of(units, [], _column.RollupOf(codes));
    }

    private SetStatistics Of(CouncilSelection selection, Rollup? rollup) =>
        Of(selection.Units, selection.Missing, rollup);

    private SetStatistics Of(IReadOnlyList<int> units, IReadOnlyList<MissingUnit> outside, Rollup? rollup)
    {
        var missing = new List<MissingUnit>(outside);
        var values = new List<double>(units.Count);
        foreach (var unit in units)
        {
            if (_values[unit] is { } value)
            {
                values.Add(value);
            }
            else
            {
                missing.Add(MissingOf(unit));
            }
        }

        return new SetStatistics(units, new SortedSample([.. values]), missing, rollup, Published: null);
    }

    private MissingUnit MissingOf(int unit)
    {
        var reporting = _column.Units.All[unit];
        var status = _column.FigureOf(unit)?.Status;
        var reason = status is null ? MissingReason.NoRow : MissingReason.ValueHasNoNumber;
        return new MissingUnit(reporting.Code, reporting.Name, reason, status);
    }

    private IEnumerable<int> UnitsWhere(Func<ReportingUnit, bool> holds) =>
        Enumerable.Range(0, _values.Length).Where(unit => holds(_column.Units.All[unit]));
}
