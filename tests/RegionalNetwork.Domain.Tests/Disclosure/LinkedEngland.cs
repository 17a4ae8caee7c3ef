using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Disclosure;

namespace RegionalNetwork.Domain.Tests.Disclosure;

/// <summary>
/// A small England by chance whose returns have fields that bound each other: all cases; some of them; others of them, or some of
/// those some; and those for whom something is known, in the total alone.
/// </summary>
internal sealed class LinkedEngland
{
    private const int AlmostAll = 0;

    private readonly Random _random;
    private readonly List<string> _units = [];
    private readonly Dictionary<string, FamilyRow[]> _returned = [];
    private readonly Dictionary<string, int> _versions = [];
    private readonly double _scale;
    private readonly int _kind;
    private readonly int _groups;

    public LinkedEngland(int seed, int unitsMin, int unitsMax)
    {
        _random = new Random(seed);
        _groups = _random.Next(2, 6);
        _scale = Math.Pow(10, 1 + (_random.NextDouble() * 2));
        _kind = _random.Next(3);
        var sensitivity = _random.Next(3) == 0 ? Sensitivity.Sensitive : Sensitivity.Standard;
        string[] columns = [.. Enumerable.Range(1, _groups).Select(group => $"G{group}"), "Total"];
        var breakdown = new Family(columns, SumRelation.Total, sensitivity, Sensitivity.Standard, false);
        var known = new Family(["Known"], SumRelation.None, Sensitivity.Standard, Sensitivity.Standard, false);
        Families = [breakdown, breakdown, breakdown, known];
        var second = _random.Next(2);
        Group = new FamilyGroup(
            [columns.Length, columns.Length, columns.Length, 1],
            [
                .. Enumerable
                    .Range(0, columns.Length)
                    .SelectMany<int, CellBound>(column =>
                        [new(new(1, column), new(0, column)), new(new(2, column), new(second, column))]
                    ),
                new(new(3, 0), new(0, columns.Length - 1)),
            ]
        );
        Second = second;
        _units.AddRange(Enumerable.Range(1, _random.Next(unitsMin, unitsMax + 1)).Select(number => $"C{number:000}"));
        string[] network = [.. _units.Where(_ => _random.Next(4) > 0)];
        Lines =
        [
            new CandidateLine("England", "England", LineLevel.England, [.. _units]),
            new CandidateLine("R0", "R0", LineLevel.Region, [.. _units.Where((_, index) => index % 2 == 0)]),
            new CandidateLine("R1", "R1", LineLevel.Region, [.. _units.Where((_, index) => index % 2 == 1)]),
            new CandidateLine("N", "N", LineLevel.Network, network),
        ];
    }

    public IReadOnlyList<Family> Families { get; }

    public FamilyGroup Group { get; }

    public IReadOnlyList<CandidateLine> Lines { get; }

    /// <summary>The family that bounds the third.</summary>
    private int Second { get; }

    /// <summary>Of each family.</summary>
    public FamilyTable[] NextRound()
    {
        foreach (var unit in _units)
        {
            var isIn = _returned.ContainsKey(unit);
            if (isIn ? _random.Next(10) == 0 : _random.Next(10) < 7)
            {
                Return(unit);
            }
        }
        return
        [
            .. Families.Select(
                (family, place) => new FamilyTable(family, [.. _returned.Values.Select(rows => rows[place])])
            ),
        ];
    }

    private void Return(string unit)
    {
        var version = _versions[unit] = _versions.GetValueOrDefault(unit) + 1;
        var size = _scale * Math.Pow(10, _random.NextDouble() - 0.5);
        var all = Cells(_ => Math.Round(size * Math.Pow(_random.NextDouble(), 2)));
        var some = Cells(group => Part(all[group]));
        var others = Cells(group => Part(Second == 0 ? all[group] : some[group]));
        double?[] known = [_random.Next(2) == 0 ? all[^1] : Part(all[^1])];
        _returned[unit] = [Row(all), Row(some), Row(others), Row(known)];

        FamilyRow Row(double?[] cells) => new(unit, version, cells, all[^1]!.Value, 0);
    }

    private double Part(double? whole) =>
        _kind == AlmostAll && _random.Next(8) > 0
            ? whole!.Value
            : Math.Round(whole!.Value * Math.Pow(_random.NextDouble(), _kind));

    private double?[] Cells(Func<int, double> next)
    {
        var cells = new double?[_groups + 1];
        for (var group = 0; group < _groups; group++)
        {
            cells[group] = next(group);
        }
        cells[^1] = cells[..^1].Sum();
        return cells;
    }
}
