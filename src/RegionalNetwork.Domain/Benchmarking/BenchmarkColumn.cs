using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Networks;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>
/// One indicator, slice and period over all reporting units, with its rollups: everything that comparisons are made from. What
/// councils returned themselves is here as one caller may see it, so that nothing made of a column can show more. Immutable.
/// </summary>
public abstract class BenchmarkColumn(IndicatorDefinition definition, PeriodUnits units)
{
    // Two readers may both compute it: they make the same.
    private ColumnStatistics? _statistics;

    public IndicatorDefinition Definition { get; } = definition;

    public PeriodUnits Units { get; } = units;

    /// <summary>False for what is known only as published: there are no parts to add up.</summary>
    public bool CanAddUp => Definition.AddsUp;

    /// <summary>True where a rollup that is null may be kept back to protect confidentiality.</summary>
    public virtual bool WithholdsRollups => false;

    /// <summary>Values, intervals and order of the figures here, computed at the first use and kept with the column.</summary>
    public virtual ColumnStatistics Statistics => _statistics ??= new ColumnStatistics(this);

    /// <summary>The figure of a unit, by its index in <see cref="Units"/>; null where there is none for the caller.</summary>
    public abstract IndicatorFigure? FigureOf(int unit);

    /// <summary>The figure that a council is in, alone or jointly; null where there is none.</summary>
    public IndicatorFigure? FigureOf(Council council) =>
        Units.IndexOf(council) is >= 0 and var unit ? FigureOf(unit) : null;

    /// <summary>As a publisher has it for England, a region or a part of London; null where nobody published such a figure.</summary>
    public abstract IndicatorFigure? FigureOfArea(string areaCode);

    /// <summary>The rollup to England, a region or a part of London; null for another code or where figures do not add up.</summary>
    public abstract Rollup? RollupTo(string areaCode);

    /// <summary>The rollup to a network's members on the period's reference date; null where figures do not add up.</summary>
    public abstract Rollup? RollupTo(Network network);

    /// <summary>The rollup to any set of councils, given by current or former codes. Null where figures do not add up.</summary>
    public abstract Rollup? RollupOf(IReadOnlyList<string> codes);
}
