using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>Adds reporting units up, one after another, into a <see cref="Rollup"/>.</summary>
internal sealed class RollupSum(BoundIndicator indicator, int year)
{
    private readonly List<MissingUnit> _missing = [];
    private readonly List<ReportingUnit> _countedAsZero = [];
    private PartSums _sums;
    private decimal _denominatorOfMissing;
    private int _contributors;
    private int _denominatorUnknown;

    public void Add(ReportingUnit unit, ReadOnlySpan<int> rows)
    {
        if (indicator.PartsAt(rows) is not { } parts)
        {
            LeaveOut(unit, MissingReason.NoRow, null);
            return;
        }

        var definition = indicator.Definition;
        if (parts.Numerator?.Summand is not { } n)
        {
            LeaveOut(unit, MissingReason.NumeratorHasNoNumber, parts.Numerator?.Status, parts.Denominator);
            return;
        }

        if (Part(definition.HasDenominator, parts.Denominator) is not { } d)
        {
            LeaveOut(unit, MissingReason.DenominatorHasNoNumber, parts.Denominator?.Status);
            return;
        }

        if (Part(definition.ComparesGroups, parts.ReferenceNumerator) is not { } rn)
        {
            LeaveOut(unit, MissingReason.NumeratorHasNoNumber, parts.ReferenceNumerator?.Status, parts.Denominator);
            return;
        }

        if (Part(definition.ComparesGroups, parts.ReferenceDenominator) is not { } rd)
        {
            LeaveOut(unit, MissingReason.DenominatorHasNoNumber, parts.ReferenceDenominator?.Status);
            return;
        }

        _contributors++;
        _sums += new PartSums(n, d, rn, rd);
        if (
            IsLow(parts.Numerator)
            || IsLow(parts.Denominator)
            || IsLow(parts.ReferenceNumerator)
            || IsLow(parts.ReferenceDenominator)
        )
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
        var coverage = new Coverage(
            _contributors,
            _contributors + _missing.Count,
            _missing,
            _countedAsZero,
            ShareOfDenominator(),
            _denominatorUnknown
        );
        return _sums.Rollup(indicator.Definition, year, areaCode, published, coverage);
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

    /// <summary>Zero for a part that the formula does not have; null for one that has no number.</summary>
    private static decimal? Part(bool isNeeded, Figure? part) => isNeeded ? part?.Summand : 0m;

    private static bool IsLow(Figure? part) => part is { Status: FigureStatus.Low };

    private double? ShareOfDenominator()
    {
        var known = _sums.Denominator + _denominatorOfMissing;
        return known == 0 ? null : (double)(_sums.Denominator / known);
    }
}
