using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Disclosure;
using RegionalNetwork.Domain.Returns.Collections;

namespace RegionalNetwork.Domain.ReturnedFigures;

/// <summary>Finds which cells of a collection add up with each other, from what its table schema says of totals.</summary>
internal sealed class FamilyBuilder(ReturnCollection collection, IReadOnlyList<IndicatorShape> shapes)
{
    private readonly List<FieldFamily> _families = [];

    public IReadOnlyList<FieldFamily> Build()
    {
        foreach (var field in collection.Fields)
        {
            foreach (var rows in Groups(field))
            {
                _families.Add(FamilyOf(field, rows));
            }
        }

        return _families;
    }

    private IEnumerable<IReadOnlyList<ReturnItem>> Groups(ReturnField field)
    {
        var adding = Adding(field);
        if (adding.Length == 0 || SensitivityOf(field) == Sensitivity.NeverLocal)
        {
            return collection.Rows.Select(row => (IReadOnlyList<ReturnItem>)[row]);
        }

        return collection
            .Rows.Where(row => !IsTotalOfParts(row, adding))
            .GroupBy(row => string.Join('\n', row.Items.Where((_, breakdown) => !adding.Contains(breakdown))))
            .Select(group => (IReadOnlyList<ReturnItem>)[.. group.OrderBy(row => IsTotal(row, adding) ? 1 : 0)]);
    }

    /// <summary>
    /// Where parts add up in two ways, the totals over the first breakdown of the items of another are left out: they follow
    /// from the rest, and nobody needs them.
    /// </summary>
    private static bool IsTotalOfParts(ReturnItem row, int[] adding) =>
        adding.Length > 1
        && row.Items[adding[0]] == ReturnCollection.TotalItem
        && adding.Any(breakdown => row.Items[breakdown] != ReturnCollection.TotalItem);

    private static bool IsTotal(ReturnItem row, int[] adding) =>
        adding.All(breakdown => row.Items[breakdown] == ReturnCollection.TotalItem);

    /// <summary>Indexes of the breakdowns whose items add up to their total in this field.</summary>
    private int[] Adding(ReturnField field) =>
        [
            .. Enumerable
                .Range(0, collection.Breakdowns.Count)
                .Where(index =>
                    collection.Totals.Any(total =>
                        total.Breakdown == collection.Breakdowns[index].Column && total.Fields.Contains(field.Name)
                    )
                ),
        ];

    private FieldFamily FamilyOf(ReturnField field, IReadOnlyList<ReturnItem> rows)
    {
        var ways = rows.Count == 1 ? 0 : Adding(field).Length;
        var relation =
            ways == 0 ? SumRelation.None
            : ways == 1 ? SumRelation.Total
            : SumRelation.Several;
        var rules = new Family(
            [.. rows.Select(row => row.Name)],
            relation,
            rows.Max(row => SensitivityOf(field, row)),
            SensitivityOf(field, rows[^1]),
            IsAmount: field.Kind is ReturnFieldKind.Amount or ReturnFieldKind.Fte
        );
        var uses = rows.SelectMany((row, column) => UsesOf(field, row.Name, column)).ToArray();
        return new FieldFamily(
            _families.Count,
            field,
            rules.Columns,
            rules,
            [.. rows.Select((row, column) => PeopleOf(field, row, column, uses))],
            uses
        );
    }

    private IEnumerable<FamilyUse> UsesOf(ReturnField field, string row, int column) =>
        from shape in shapes
        from part in shape.Parts.SelectMany(parts => parts)
        where part.Numerator == new ReturnCell(row, field.Name)
        select new FamilyUse(shape.Definition, column, part.Denominator, DividesByPeople(part), IsShare(shape, part));

    /// <summary>By the table schema's own rules, by the formula, or because one is a row of the other's total.</summary>
    private bool IsShare(IndicatorShape shape, FigurePart part) =>
        DividesByPeople(part)
        && part.Denominator is { } whole
        && (
            shape.Definition.Formula == FormulaKind.ShareOfBoth
            || shape.Definition.Interval == IntervalMethod.Wilson
            || part.Numerator.Field == whole.Field
            || collection.Rules.Any(rule => rule.Part == part.Numerator.Field && rule.Whole == whole.Field)
        );

    private bool DividesByPeople(FigurePart part) =>
        part.Denominator is { } denominator
        && collection.Fields.First(field => field.Name == denominator.Field).Kind
            is ReturnFieldKind.Count
                or ReturnFieldKind.Fte;

    /// <summary>The people whom the table schema names; else what the first share divides by; else the cell itself.</summary>
    private ReturnCell PeopleOf(ReturnField field, ReturnItem row, int column, FamilyUse[] uses)
    {
        if (field.People is { } people)
        {
            return new ReturnCell(RowOfPeople(people, row), people);
        }

        var share = uses.FirstOrDefault(use => use.Column == column && use.IsShare);
        return share?.Denominator ?? new ReturnCell(row.Name, field.Name);
    }

    /// <summary>People are counted once, in the total of every breakdown whose items overlap.</summary>
    private string RowOfPeople(string people, ReturnItem row)
    {
        var adding = Adding(collection.Fields.First(field => field.Name == people));
        return ReturnCollection.NameOf([
            .. row.Items.Select((item, index) => adding.Contains(index) ? item : ReturnCollection.TotalItem),
        ]);
    }

    private static Sensitivity SensitivityOf(ReturnField field) => field.Sensitivity ?? Sensitivity.Standard;

    /// <summary>A breakdown by something sensitive makes what it divides sensitive, but not the total.</summary>
    private Sensitivity SensitivityOf(ReturnField field, ReturnItem row)
    {
        var most = SensitivityOf(field);
        for (var index = 0; index < row.Items.Count; index++)
        {
            var own = collection.Breakdowns[index].Sensitivity;
            if (row.Items[index] != ReturnCollection.TotalItem && own > most)
            {
                most = own;
            }
        }

        return most;
    }
}
