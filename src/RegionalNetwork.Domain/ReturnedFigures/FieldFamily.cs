using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Disclosure;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Collections;

namespace RegionalNetwork.Domain.ReturnedFigures;

/// <summary>The cells of one field that add up with each other: what disclosure control has to look at together.</summary>
/// <param name="Index">Among the families of its collection.</param>
/// <param name="Rows">Names of the rows, one for each column of <paramref name="Rules"/>.</param>
/// <param name="People">Of each column the cell that counts the people of its group (D1, D2, D3).</param>
/// <param name="Uses">Indicators, with the column that they take as their numerator.</param>
internal sealed record FieldFamily(
    int Index,
    ReturnField Field,
    IReadOnlyList<string> Rows,
    Family Rules,
    IReadOnlyList<ReturnCell> People,
    IReadOnlyList<FamilyUse> Uses
)
{
    /// <summary>Whether sums of several councils mean something: marks alone add up to nothing.</summary>
    public bool AddsUp => Field.Kind != ReturnFieldKind.Score || Rules.Relation != SumRelation.None;

    /// <summary>A unit's row: its cells, the people of its total, and the columns that a share or mean would give away.</summary>
    public FamilyRow RowOf(string unit, int version, ReturnFigures figures)
    {
        var cells = new double?[Rows.Count];
        for (var column = 0; column < cells.Length; column++)
        {
            cells[column] = ValueAt(figures, new ReturnCell(Rows[column], Field.Name));
        }

        return new FamilyRow(
            unit,
            version,
            cells,
            PeopleIn(figures, cells.Length - 1) ?? 0,
            DisclosiveIn(figures, cells)
        );
    }

    /// <summary>D1 for the indicators' own sensitivity, D2 and D3.</summary>
    private uint DisclosiveIn(ReturnFigures figures, double?[] cells)
    {
        var bits = 0u;
        for (var column = 0; column < cells.Length; column++)
        {
            if (PeopleIn(figures, column) is { } people && PrimaryRule.HidesMean(SensitivityOf(column), people))
            {
                bits |= 1u << column;
            }
        }

        foreach (var use in Uses)
        {
            if (cells[use.Column] is { } numerator && HidesAs(use, numerator, figures))
            {
                bits |= 1u << use.Column;
            }
        }

        return bits;
    }

    private static bool HidesAs(FamilyUse use, double numerator, ReturnFigures figures)
    {
        var sensitivity = use.Definition.Sensitivity;
        if (use.Denominator is not { } cell || ValueAt(figures, cell) is not { } denominator)
        {
            return PrimaryRule.HidesCount(sensitivity, numerator, double.MaxValue);
        }

        var people = use.Definition.Formula == FormulaKind.ShareOfBoth ? numerator + denominator : denominator;
        // The others of a share are people too only where both parts count them; a rate of leavers has no others.
        return use.IsShare
            ? PrimaryRule.HidesShare(sensitivity, numerator, people)
            : PrimaryRule.HidesCount(sensitivity, numerator, use.DividesByPeople ? people : double.MaxValue);
    }

    private Sensitivity SensitivityOf(int column) =>
        Rules.Relation == SumRelation.Total && column == Rows.Count - 1 ? Rules.TotalSensitivity : Rules.Sensitivity;

    private double? PeopleIn(ReturnFigures figures, int column) => ValueAt(figures, People[column]);

    /// <summary>Figures that are stated loosely are in no sum.</summary>
    private static double? ValueAt(ReturnFigures figures, ReturnCell cell) =>
        figures.Find(cell.Row, cell.Field)?.Summand is { } exact ? (double)exact : null;
}

/// <param name="Column">Of the family: the indicator's numerator.</param>
/// <param name="Denominator">Null for a count.</param>
/// <param name="DividesByPeople">Whether the denominator counts people or full-time equivalents.</param>
/// <param name="IsShare">Whether the numerator is a part of the denominator, so that the rest of it is a count too.</param>
internal sealed record FamilyUse(
    IndicatorDefinition Definition,
    int Column,
    ReturnCell? Denominator,
    bool DividesByPeople,
    bool IsShare
);
