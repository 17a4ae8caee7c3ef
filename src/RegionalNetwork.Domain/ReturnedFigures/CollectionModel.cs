using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Returns.Collections;

namespace RegionalNetwork.Domain.ReturnedFigures;

/// <summary>A collection with the indicators that are made of it and the families of its cells: all that is known before any
/// figure is.</summary>
internal sealed class CollectionModel
{
    private readonly Dictionary<ReturnCell, FamilyColumn> _columns = [];

    public CollectionModel(ReturnCollection collection, IndicatorCatalogue catalogue)
    {
        Collection = collection;
        Indicators =
        [
            .. (catalogue.FindCollection(collection.Code)?.Indicators ?? [])
                .Select(definition => IndicatorShape.Of(definition, collection))
                .OfType<IndicatorShape>(),
        ];
        Families = new FamilyBuilder(collection, Indicators).Build();
        foreach (var family in Families)
        {
            for (var column = 0; column < family.Rows.Count; column++)
            {
                _columns.Add(new ReturnCell(family.Rows[column], family.Field.Name), new FamilyColumn(family, column));
            }
        }
        Links = new FamilyLinks(Families, BoundsOf(collection));
    }

    public ReturnCollection Collection { get; }

    public IReadOnlyList<IndicatorShape> Indicators { get; }

    public IReadOnlyList<FieldFamily> Families { get; }

    /// <summary>Which families bound each other.</summary>
    public FamilyLinks Links { get; }

    /// <summary>Null for a cell that is never shown to others.</summary>
    public FamilyColumn? ColumnOf(ReturnCell cell) => _columns.GetValueOrDefault(cell);

    /// <summary>The table schema's rules, cell by cell.</summary>
    private IEnumerable<(FamilyColumn Part, FamilyColumn Whole)> BoundsOf(ReturnCollection collection)
    {
        foreach (var rule in collection.Rules)
        {
            foreach (var row in collection.Items)
            {
                if (
                    ColumnOf(new ReturnCell(row, rule.Part)) is { } part
                    && ColumnOf(new ReturnCell(row, rule.Whole)) is { } whole
                )
                {
                    yield return (part, whole);
                }
            }
        }
    }

    /// <summary>Index into <see cref="Indicators"/>, or -1.</summary>
    public int IndexOf(string code)
    {
        for (var index = 0; index < Indicators.Count; index++)
        {
            if (string.Equals(Indicators[index].Definition.Code, code, StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }
        }

        return -1;
    }
}

internal sealed record FamilyColumn(FieldFamily Family, int Column);
