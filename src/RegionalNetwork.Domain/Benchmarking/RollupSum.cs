using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>Adds reporting units up, one after another, into a <see cref="Rollup"/>. Sums are decimal: published figures are
/// decimal numbers, and their sum is exact.</summary>
internal sealed class RollupSum(BoundIndicator indicator, int year)
{
    private readonly List<MissingUnit> _missing = [];
    private readonly List<ReportingUnit> _countedAsZero = [];
    private decimal _numerator;
    private decimal _denominator;
    private decimal _denominatorOfMissing;
    private int _contributors;
    private int _denominatorUnknown;

    public void Add(ReportingUnit unit, int row)
    {
        if (row < 0)
        {
            LeaveOut(unit, MissingReason.NoRow, null);
            return;
        }
        var (numerator, denominator) = (indicator.NumeratorAt(row), indicator.DenominatorAt(row));
        if (numerator?.Summand is not { } n)
        {
            LeaveOut(unit, MissingReason.NumeratorHasNoNumber, numerator?.Status, denominator);
            return;
        }
        decimal d = 0;
        if (indicator.Definition.IsRate)
        {
            if (denominator?.Summand is not { } divisor)
            {
                LeaveOut(unit, MissingReason.DenominatorHasNoNumber, denominator?.Status);
                return;
            }
            d = divisor;
        }
        _contributors++;
        _numerator += n;
        _denominator += d;
        if (numerator is { Status: FigureStatus.Low } || denominator is { Status: FigureStatus.Low })
        {
            _countedAsZero.Add(unit);
        }
    }

    public void LeaveOut(MissingUnit missing)
    {
        _missing.Add(missing);
        _denominatorUnknown++;
    }

    public Rollup Total(string? areaCode, Figure? published)
    {
        var definition = indicator.Definition;
        decimal? divisor = definition.IsRate ? definition.Divisor(_numerator, _denominator, year) : null;
        var value =
            _contributors == 0 ? null
            : definition.IsRate ? Quotient(divisor, definition.Scale)
            : (double?)_numerator;
        var coverage = new Coverage(
            _contributors,
            _contributors + _missing.Count,
            _missing,
            _countedAsZero,
            ShareOfDenominator(),
            _denominatorUnknown
        );
        return new Rollup(areaCode, _numerator, divisor, value, published, coverage);
    }

    private void LeaveOut(ReportingUnit unit, MissingReason reason, FigureStatus? status)
    {
        _missing.Add(new MissingUnit(unit.Code, unit.Name, reason, status));
        _denominatorUnknown++;
    }

    private void LeaveOut(ReportingUnit unit, MissingReason reason, FigureStatus? status, Figure? denominator)
    {
        LeaveOut(unit, reason, status);
        if (denominator?.Summand is { } known)
        {
            _denominatorOfMissing += known;
            _denominatorUnknown--;
        }
    }

    private double? Quotient(decimal? divisor, decimal scale) =>
        divisor is null or 0 ? null : (double)(_numerator / divisor.Value * scale);

    private double? ShareOfDenominator()
    {
        var known = _denominator + _denominatorOfMissing;
        return known == 0 ? null : (double)(_denominator / known);
    }
}
