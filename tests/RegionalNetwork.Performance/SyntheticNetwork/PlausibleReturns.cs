using System.Collections.Immutable;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Collections;
using RegionalNetwork.Domain.Returns.Rounds;

namespace RegionalNetwork.Performance.SyntheticNetwork;

/// <summary>A round of a real collection as every council might return it: totals add up, parts are not more than their
/// wholes.</summary>
internal sealed class PlausibleReturns(ReturnCollection collection, int seed)
{
    private const double TypicalStaff = 120;

    private readonly Random _random = new(seed);
    private readonly ReturnLayout _layout = new(collection.Items, [.. collection.Fields.Select(field => field.Name)]);
    private readonly Dictionary<string, double> _shares = [];
    private readonly Dictionary<ReturnCellName, double> _values = [];
    private double _size;

    public CompiledRound Round(ReturnPeriod period)
    {
        var included = ImmutableSortedDictionary.CreateBuilder<string, IncludedReturn>(StringComparer.Ordinal);
        foreach (var council in CouncilRegister.England.Live)
        {
            included.Add(
                council.Code,
                new IncludedReturn(council.Code, [council.Code], 1, Figures(), ReleaseLevel.Public, period.End)
            );
        }
        return new CompiledRound(collection.Code, period.Code, 1, DateTimeOffset.UnixEpoch, included.ToImmutable());
    }

    /// <summary>The next round, for which one council has sent other figures.</summary>
    public CompiledRound Restated(CompiledRound before)
    {
        var (unit, one) = before.Included.First();
        var restated = one with { Vintage = one.Vintage + 1, Figures = Figures() };
        return before with { Number = before.Number + 1, Included = before.Included.SetItem(unit, restated) };
    }

    private ReturnFigures Figures()
    {
        _values.Clear();
        _size = TypicalStaff * Math.Pow(10, (_random.NextDouble() - 0.5) * 1.2);
        var cells = new ReturnFigure[collection.Rows.Count * collection.Fields.Count];
        var next = 0;
        foreach (var row in collection.Rows)
        {
            foreach (var field in collection.Fields)
            {
                var value = Value(field, row.Items);
                cells[next++] = new ReturnFigure(value, FigureStatus.Value, StatedQualifier.Exact);
            }
        }
        return new ReturnFigures(_layout, cells);
    }

    private double Value(ReturnField field, IReadOnlyList<string> items)
    {
        var name = new ReturnCellName(ReturnCollection.NameOf(items), field.Name);
        if (!_values.TryGetValue(name, out var value))
        {
            value = Total(field, items) ?? Leaf(field, items);
            _values.Add(name, value);
        }
        return value;
    }

    private double? Total(ReturnField field, IReadOnlyList<string> items)
    {
        for (var breakdown = 0; breakdown < items.Count; breakdown++)
        {
            var own = collection.Breakdowns[breakdown];
            var adds = collection.Totals.Any(total =>
                total.Breakdown == own.Column && total.Fields.Contains(field.Name)
            );
            if (!adds || items[breakdown] != ReturnCollection.TotalItem)
            {
                continue;
            }
            double sum = 0;
            foreach (var item in own.Items.Where(item => item != ReturnCollection.TotalItem))
            {
                string[] part = [.. items];
                part[breakdown] = item;
                sum += Value(field, part);
            }
            return sum;
        }
        return null;
    }

    private double Leaf(ReturnField field, IReadOnlyList<string> items)
    {
        var wholes = collection
            .Rules.Where(rule => rule.Part == field.Name)
            .Select(rule => Value(collection.Fields.First(each => each.Name == rule.Whole), items))
            .ToArray();
        var groups = items.Count(item => item != ReturnCollection.TotalItem);
        var value =
            wholes.Length > 0
                ? wholes.Min() * Share(field.Name)
                : _size * Math.Pow(0.3, groups) * (0.5 + _random.NextDouble());
        return field.IsInteger ? Math.Floor(value) : Math.Floor(value * 10) / 10;
    }

    /// <summary>Some parts are nearly all of their wholes, some a half, some few; each council somewhat more or less.</summary>
    private double Share(string field)
    {
        if (!_shares.TryGetValue(field, out var usual))
        {
            usual = _random.Next(3) switch
            {
                0 => 0.98,
                1 => 0.5,
                _ => 0.1,
            };
            _shares.Add(field, usual);
        }
        return usual > 0.9 && _random.Next(2) == 0 ? 1 : usual * (0.6 + (0.4 * _random.NextDouble()));
    }

    private readonly record struct ReturnCellName(string Row, string Field);
}
