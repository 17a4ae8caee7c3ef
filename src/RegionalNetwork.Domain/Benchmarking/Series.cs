using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>One indicator of one council over time.</summary>
/// <param name="Points">By period, oldest first; a period without a row of the council has none.</param>
/// <param name="Breaks">Where points before and after do not describe the same thing, oldest first.</param>
public sealed record Series(
    Council Council,
    IndicatorDefinition Definition,
    IReadOnlyList<SeriesPoint> Points,
    IReadOnlyList<SeriesBreak> Breaks
);

/// <param name="Vintage">Number of the vintage that the point is from: the newest that has the period.</param>
/// <param name="Unit">The row that the figure stands in; joint returns name the other members.</param>
public sealed record SeriesPoint(
    Period Period,
    DateOnly ReferenceDate,
    int Vintage,
    ReportingUnit Unit,
    IndicatorFigure Figure
);

/// <summary>Why a series breaks.</summary>
public enum SeriesBreakKind
{
    Merge,
    Split,
    BoundaryChange,
    JointReturnStarts,
    JointReturnEnds,
}

/// <param name="Date">First day after the break.</param>
/// <param name="Sentence">For the reader of a chart.</param>
public sealed record SeriesBreak(DateOnly Date, SeriesBreakKind Kind, string Sentence);
