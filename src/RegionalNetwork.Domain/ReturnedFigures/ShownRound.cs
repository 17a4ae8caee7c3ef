using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Rounds;

namespace RegionalNetwork.Domain.ReturnedFigures;

/// <summary>
/// What a round shows to whoever may see all of it but is none of its councils: what the hub of a region passes on. Whoever makes
/// something of it can tell no more than this shows.
/// </summary>
public sealed class ShownRound
{
    private static readonly ReturnFigure Hidden = new(0, FigureStatus.Confidential, StatedQualifier.Exact);

    private readonly RoundFigures _round;

    internal ShownRound(RoundFigures round) => _round = round;

    public CompiledRound Round => _round.Round;

    /// <summary>A return's table with <c>c</c> in each cell that disclosure control hides.</summary>
    public ReturnFigures Masked(IncludedReturn one)
    {
        var layout = one.Figures.Layout;
        var cells = new ReturnFigure[one.Figures.Cells.Count];
        for (var item = 0; item < layout.Items.Count; item++)
        {
            for (var field = 0; field < layout.Fields.Count; field++)
            {
                var cell = new ReturnCell(layout.Items[item], layout.Fields[field]);
                cells[(item * layout.Fields.Count) + field] = _round.Shows(one, cell, _round.Model.ColumnOf(cell))
                    ? one.Figures[item, field]
                    : Hidden;
            }
        }

        return new ReturnFigures(layout, cells);
    }

    /// <summary>All sums of a region that were let out.</summary>
    /// <param name="region">Nine-character code.</param>
    public IReadOnlyList<IndicatorSum> SumsOf(string region)
    {
        var sums = new List<IndicatorSum>();
        for (var indicator = 0; indicator < _round.Model.Indicators.Count; indicator++)
        {
            var shape = _round.Model.Indicators[indicator];
            for (var slice = 0; slice < shape.Slices.Count; slice++)
            {
                if (_round.SumOf(region, indicator, slice) is { } sum)
                {
                    sums.Add(
                        new IndicatorSum(
                            shape.Definition.Code,
                            slice,
                            sum.Parts.Parts(shape.Definition),
                            sum.Contributors,
                            sum.IsSuperseded
                        )
                    );
                }
            }
        }

        return sums;
    }
}
