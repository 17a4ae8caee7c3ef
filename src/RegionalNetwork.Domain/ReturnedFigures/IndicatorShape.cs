using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Returns.Collections;

namespace RegionalNetwork.Domain.ReturnedFigures;

/// <summary>Where the parts of an indicator stand in a collection's table, slice by slice.</summary>
internal sealed class IndicatorShape
{
    private readonly ReturnCollection _collection;

    private IndicatorShape(IndicatorDefinition definition, ReturnCollection collection)
    {
        (Definition, _collection) = (definition, collection);
        Dimensions = definition.IsFromAnyRow
            ? [.. collection.Breakdowns.Select(one => new Dimension(one.Column, one.Title, one.Items))]
            : [];
        Slices = definition.IsFromAnyRow ? [.. collection.Rows.Select(SliceOf)] : [new Slice([])];
        Parts = definition.IsFromAnyRow ? [.. collection.Items.Select(row => new[] { PartIn(row) })] : [FixedParts()];
    }

    public IndicatorDefinition Definition { get; }

    /// <summary>None for an indicator that stands at certain items only.</summary>
    public IReadOnlyList<Dimension> Dimensions { get; }

    public IReadOnlyList<Slice> Slices { get; }

    /// <summary>Of each slice one part; of a relative likelihood two, the group's and the reference's.</summary>
    public IReadOnlyList<FigurePart[]> Parts { get; }

    /// <summary>Null for what no return has the parts of: judgements, medians, and values known only as published.</summary>
    public static IndicatorShape? Of(IndicatorDefinition definition, ReturnCollection collection) =>
        definition.IsRate || definition.Formula is FormulaKind.Count or FormulaKind.RelativeLikelihood
            ? new IndicatorShape(definition, collection)
            : null;

    private Slice SliceOf(ReturnItem row) =>
        new([.. row.Items.Select((item, breakdown) => IndexOf(_collection.Breakdowns[breakdown], item))]);

    private static int IndexOf(ReturnBreakdown breakdown, string item)
    {
        for (var index = 0; index < breakdown.Items.Count; index++)
        {
            if (breakdown.Items[index] == item)
            {
                return index;
            }
        }

        throw new InvalidOperationException($"{breakdown.Column} has no item {item}.");
    }

    private FigurePart PartIn(string row) =>
        new(
            Cell(row, Definition.Numerator!),
            Definition.Denominator is { } denominator ? Cell(row, denominator) : null
        );

    private FigurePart[] FixedParts()
    {
        var below = Definition.DenominatorWhere ?? Definition.Where;
        return Definition.Groups is { } groups
            ?
            [
                Part([new(groups.Dimension, groups.Group)], below),
                Part([new(groups.Dimension, groups.Reference)], below),
            ]
            : [Part([], below)];
    }

    private FigurePart Part(SliceItem[] group, IReadOnlyList<SliceItem> below) =>
        new(
            Cell(RowOf([.. Definition.Where, .. group]), Definition.Numerator!),
            Definition.Denominator is { } denominator ? Cell(RowOf([.. below, .. group]), denominator) : null
        );

    /// <summary>The row at these items, and at the total of every other breakdown.</summary>
    private string RowOf(SliceItem[] where) =>
        ReturnCollection.NameOf([
            .. _collection.Breakdowns.Select(breakdown =>
                where.FirstOrDefault(item => item.Dimension == breakdown.Column)?.Item ?? ReturnCollection.TotalItem
            ),
        ]);

    private ReturnCell Cell(string row, string field) =>
        _collection.Items.Contains(row) && _collection.Fields.Any(one => one.Name == field)
            ? new ReturnCell(row, field)
            : throw new InvalidOperationException(
                $"{Definition.Code} is made of {field} in the row {row}, which the return {_collection.Code} does not have."
            );
}
