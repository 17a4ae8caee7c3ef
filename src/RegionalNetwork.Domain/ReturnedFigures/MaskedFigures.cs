using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Returns;

namespace RegionalNetwork.Domain.ReturnedFigures;

/// <summary>One indicator and slice of a round: each return's figure as its own council sees it, and as others may. What they may
/// is decided before anything is made of it (D13).</summary>
internal sealed class MaskedFigures
{
    private static readonly IndicatorFigure Hidden = new(null, null, null, null, FigureStatus.Confidential);

    private readonly RoundFigures _round;
    private readonly IndicatorDefinition _definition;
    private readonly FamilyColumn?[] _columns;

    /// <summary>Numerator and denominator, of a ratio of two groups the reference's too.</summary>
    private readonly ReturnCell[] _cells;

    private readonly IndicatorFigure[] _own;
    private readonly IndicatorFigure[] _shown;

    public MaskedFigures(RoundFigures round, IndicatorShape shape, int slice)
    {
        (_round, _definition) = (round, shape.Definition);
        _cells = [.. shape.Parts[slice].SelectMany(CellsOf)];
        _columns = [.. _cells.Select(round.Model.ColumnOf)];
        _own = [.. round.Included.Select(one => FigureOf(one.Figures))];
        _shown = new IndicatorFigure[_own.Length];
        for (var place = 0; place < _own.Length; place++)
        {
            _shown[place] = IsShown(place) ? _own[place] : Hidden;
        }
    }

    /// <summary>The families and columns of the parts, each numerator before its denominator; null where one is never shown.</summary>
    public IReadOnlyList<FamilyColumn>? Columns =>
        Array.TrueForAll(_columns, column => column is not null) ? [.. _columns.OfType<FamilyColumn>()] : null;

    /// <summary>Unmasked, for the council's own people. By place in the round.</summary>
    public IndicatorFigure OwnAt(int place) => _definition.Sensitivity == Sensitivity.NeverLocal ? Hidden : _own[place];

    /// <summary>For everybody else who may see the return at all.</summary>
    public IndicatorFigure ShownAt(int place) => _shown[place];

    private static IEnumerable<ReturnCell> CellsOf(FigurePart part) =>
        part.Denominator is { } denominator ? [part.Numerator, denominator] : [part.Numerator];

    private bool IsShown(int place)
    {
        if (_definition.Sensitivity == Sensitivity.NeverLocal)
        {
            return false;
        }

        var one = _round.Included[place];
        for (var index = 0; index < _cells.Length; index++)
        {
            if (_columns[index] is not { } column || !_round.Shows(one, _cells[index], column))
            {
                return false;
            }
        }

        return true;
    }

    private IndicatorFigure FigureOf(ReturnFigures figures)
    {
        var derived = PartsOf(figures)?.Value(_definition, _round.Period.ReferenceDate.Year);
        var status =
            derived is not null ? FigureStatus.Value
            : Reason(figures) is { } reason ? reason
            : FigureStatus.NotApplicable;
        return new IndicatorFigure(ReadAt(figures, 0), ReadAt(figures, 1), derived, null, status)
        {
            ReferenceNumerator = ReadAt(figures, 2),
            ReferenceDenominator = ReadAt(figures, 3),
        };
    }

    /// <summary>Null where one of them is no exact number.</summary>
    private PartSums? PartsOf(ReturnFigures figures)
    {
        Span<decimal> parts = stackalloc decimal[_cells.Length];
        for (var index = 0; index < parts.Length; index++)
        {
            if (figures.Find(_cells[index].Row, _cells[index].Field)?.Summand is not { } part)
            {
                return null;
            }

            parts[index] = part;
        }

        return PartSums.Of(parts);
    }

    /// <summary>The first symbol in the way; null where all parts are numbers and there is nothing to divide by.</summary>
    private FigureStatus? Reason(ReturnFigures figures)
    {
        foreach (var cell in _cells)
        {
            if (figures.Find(cell.Row, cell.Field) is not { } figure)
            {
                return FigureStatus.NotAvailable;
            }

            if (figure.Summand is null)
            {
                return figure.Status == FigureStatus.Value ? FigureStatus.LowReliability : figure.Status;
            }
        }

        return null;
    }

    /// <summary>Null for a part that the formula does not have.</summary>
    private Figure? ReadAt(ReturnFigures figures, int part) =>
        part < _cells.Length ? Read(figures, _cells[part]) : null;

    /// <summary>What is stated loosely keeps its text and gives no number, so that nobody calculates with it.</summary>
    private static Figure? Read(ReturnFigures figures, ReturnCell cell) =>
        figures.Find(cell.Row, cell.Field) is { } figure
            ? new Figure(
                figure.Text,
                figure is { Status: FigureStatus.Value, Summand: null } ? FigureStatus.LowReliability : figure.Status,
                figure.Summand is null ? 0 : figure.Value
            )
            : null;
}
