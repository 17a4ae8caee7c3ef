using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Disclosure;

namespace RegionalNetwork.Domain.Tests.Disclosure;

/// <summary>
/// A small England by chance: regions, networks that overlap them, sets of those with a denominator too, and rounds of returns in
/// which councils come late, restate, withdraw and leave gaps.
/// </summary>
internal sealed class RandomEngland
{
    private readonly Random _random;
    private readonly int _columns;
    private readonly List<string> _units = [];
    private readonly Dictionary<string, FamilyRow> _returned = [];
    private readonly Dictionary<string, int> _versions = [];
    private readonly List<CandidateLine> _lines = [];
    private readonly double _scale;
    private readonly double _zeros;

    public RandomEngland(int seed, int unitsMin, int unitsMax)
    {
        _random = new Random(seed);
        Family = NextFamily();
        _columns = Family.Columns.Count;
        _scale = Math.Pow(10, 1 + (_random.NextDouble() * 2.5));
        _zeros = _random.Next(3) * 0.1;
        var units = _random.Next(unitsMin, unitsMax + 1);
        _units.AddRange(Enumerable.Range(1, units).Select(number => $"C{number:000}"));
        _lines.Add(new CandidateLine("England", "England", LineLevel.England, [.. _units]));
        var regions = _random.Next(1, Math.Clamp(units / 6, 2, 9) + 1);
        for (var region = 0; region < regions; region++)
        {
            var members = _units.Where((_, index) => index % regions == region).ToArray();
            _lines.Add(new CandidateLine($"R{region}", $"R{region}", LineLevel.Region, members));
        }
        foreach (var area in _lines.ToArray())
        {
            if (_random.Next(2) == 0)
            {
                string[] paired = [.. area.Units.Where(_ => _random.Next(5) > 0)];
                _lines.Add(area with { Code = $"{area.Code} paired", Units = paired });
            }
        }
        for (var network = _random.Next(4); network > 0; network--)
        {
            AddNetwork($"N{network}");
        }
    }

    public Family Family { get; }

    public IReadOnlyList<CandidateLine> Lines => _lines;

    public FamilyTable NextRound()
    {
        foreach (var unit in _units)
        {
            var chance = _random.NextDouble();
            if (!_returned.TryGetValue(unit, out var row))
            {
                if (chance < 0.7)
                {
                    Return(unit, NextCells());
                }
            }
            else if (chance < 0.08)
            {
                Return(unit, _random.Next(2) == 0 ? NextCells() : Restated(row.Cells));
            }
            else if (chance < 0.11)
            {
                _returned.Remove(unit);
            }
        }
        if (_random.Next(4) == 0)
        {
            AddNetwork($"N{_lines.Count}");
        }
        return new FamilyTable(Family, [.. _returned.Values.OrderBy(_ => _random.Next())]);
    }

    private void Return(string unit, double?[] cells)
    {
        var version = _versions[unit] = _versions.GetValueOrDefault(unit) + 1;
        var people = Family.Relation == SumRelation.None ? _random.Next(5, 500) : cells[^1] ?? 0;
        _returned[unit] = new FamilyRow(unit, version, cells, people, 0);
    }

    private void AddNetwork(string code)
    {
        var region = _lines[_random.Next(_lines.Count)].Units;
        string[] members =
        [
            .. _units.Where(unit => region.Contains(unit) ? _random.Next(6) > 0 : _random.Next(8) == 0),
        ];
        _lines.Add(new CandidateLine(code, code, LineLevel.Network, members));
    }

    private Family NextFamily()
    {
        var sensitivity = _random.Next(2) == 0 ? Sensitivity.Standard : Sensitivity.Sensitive;
        string[] columns = _random.Next(4) switch
        {
            0 => ["Count"],
            1 => ["Women", "Men", "Adults", "Children", "Total"],
            _ => [.. Enumerable.Range(1, _random.Next(2, 7)).Select(group => $"G{group}"), "Total"],
        };
        var relation =
            columns.Length == 1 ? SumRelation.None
            : columns[0] == "Women" ? SumRelation.Several
            : SumRelation.Total;
        return new Family(columns, relation, sensitivity, Sensitivity.Standard, _random.Next(4) == 0);
    }

    private double?[] NextCells()
    {
        var size = _scale * Math.Pow(10, _random.NextDouble() - 0.5);
        var cells = new double?[_columns];
        for (var column = 0; column < _columns; column++)
        {
            var share = _random.NextDouble() < _zeros ? 0 : Math.Pow(_random.NextDouble(), 2);
            cells[column] = Family.IsAmount ? Math.Round(size * share, 1) : Math.Round(size * share);
        }
        if (Family.Relation == SumRelation.Several)
        {
            var total = cells[0] + cells[1];
            cells[2] = Math.Min(cells[2]!.Value, total!.Value);
            cells[3] = total - cells[2];
        }
        return Complete(cells);
    }

    private double?[] Restated(IReadOnlyList<double?> before)
    {
        double?[] cells = [.. before];
        if (Family.Relation == SumRelation.Several)
        {
            (cells[2], cells[3]) = (cells[3], cells[2]);
            return cells;
        }
        cells[_random.Next(Math.Max(1, _columns - 1))] += _random.Next(1, 4);
        return Complete(cells);
    }

    /// <summary>Adds the total, and now and then leaves a gap.</summary>
    private double?[] Complete(double?[] cells)
    {
        if (Family.Relation == SumRelation.Total)
        {
            cells[^1] = cells[..^1].Sum();
        }
        else if (Family.Relation == SumRelation.Several)
        {
            cells[^1] = cells[0] + cells[1];
        }
        if (_random.Next(30) == 0 && _columns > 1)
        {
            cells[_random.Next(_columns - 1)] = null;
        }
        return cells;
    }
}
