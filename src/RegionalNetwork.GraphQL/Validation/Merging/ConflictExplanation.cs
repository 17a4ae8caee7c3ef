using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Validation.Merging;

/// <summary>
/// Names the conflicts of a document that <see cref="MergeCheck"/> has found to have some: each pair of fields once, at the
/// nearest selection set that holds both. Comparing in pairs is what such an error needs and what a valid document must not have
/// to pay for. Steps and levels are limited, so of a document built to be slow it names some conflicts or none.
/// </summary>
internal sealed class ConflictExplanation(ValidationContext context, SelectionReader reader, FieldComparison comparison)
{
    private enum Sides
    {
        FieldsAndFragment,
        Fragments,
        Subfields,
    }

    /// <summary>Compared already; true: as fields that never meet in one object, which checks less.</summary>
    private readonly Dictionary<(Sides, int, int), bool> _compared = [];

    private int _levels;

    public IReadOnlyList<FieldConflict> Within(SelectionSetNode set, NamedType? parentType)
    {
        var conflicts = new List<FieldConflict>();
        var selections = reader.Read(set, parentType);
        foreach (var fields in selections.ByResponseName.Values)
        {
            for (var i = 0; i < fields.Count; i++)
            {
                for (var j = i + 1; j < fields.Count; j++)
                {
                    Compare(fields[i], fields[j], false, conflicts);
                }
            }
        }

        var spreads = selections.Spreads.Select(reader.Read).ToList();
        for (var i = 0; i < spreads.Count; i++)
        {
            BetweenFieldsAndFragment(selections, spreads[i], false, conflicts);
            foreach (var later in spreads.Skip(i + 1))
            {
                BetweenFragments(spreads[i], later, false, conflicts);
            }
        }

        return conflicts;
    }

    private void BetweenFieldsAndFragment(
        Selections fields,
        Selections fragment,
        bool areExclusive,
        List<FieldConflict> conflicts
    )
    {
        if (!Deeper(Sides.FieldsAndFragment, fields, fragment, areExclusive))
        {
            return;
        }

        BetweenFields(fields, fragment, areExclusive, conflicts);
        foreach (var inner in fragment.Spreads)
        {
            BetweenFieldsAndFragment(fields, reader.Read(inner), areExclusive, conflicts);
        }

        _levels--;
    }

    private void BetweenFragments(Selections one, Selections other, bool areExclusive, List<FieldConflict> conflicts)
    {
        if (!Deeper(Sides.Fragments, one, other, areExclusive))
        {
            return;
        }

        BetweenFields(one, other, areExclusive, conflicts);
        foreach (var inner in other.Spreads)
        {
            BetweenFragments(one, reader.Read(inner), areExclusive, conflicts);
        }

        foreach (var inner in one.Spreads)
        {
            BetweenFragments(reader.Read(inner), other, areExclusive, conflicts);
        }

        _levels--;
    }

    private List<FieldConflict> BetweenSubfields(SelectedField one, SelectedField other, bool areExclusive)
    {
        var conflicts = new List<FieldConflict>();
        if (one.Node.SelectionSet is not { } set || other.Node.SelectionSet is not { } otherSet)
        {
            return conflicts;
        }

        var (ones, others) = (reader.Read(set, one.SelectionType), reader.Read(otherSet, other.SelectionType));
        if (!Deeper(Sides.Subfields, ones, others, areExclusive))
        {
            return conflicts;
        }

        BetweenFields(ones, others, areExclusive, conflicts);
        foreach (var fragment in others.Spreads)
        {
            BetweenFieldsAndFragment(ones, reader.Read(fragment), areExclusive, conflicts);
        }

        foreach (var fragment in ones.Spreads)
        {
            BetweenFieldsAndFragment(others, reader.Read(fragment), areExclusive, conflicts);
        }

        foreach (var fragment in ones.Spreads)
        {
            foreach (var otherFragment in others.Spreads)
            {
                BetweenFragments(reader.Read(fragment), reader.Read(otherFragment), areExclusive, conflicts);
            }
        }

        _levels--;
        return conflicts;
    }

    private void BetweenFields(Selections one, Selections other, bool areExclusive, List<FieldConflict> conflicts)
    {
        foreach (var (name, fields) in one.ByResponseName)
        {
            if (!context.Spend(1) || !other.ByResponseName.TryGetValue(name, out var otherFields))
            {
                continue;
            }

            foreach (var field in fields)
            {
                foreach (var otherField in otherFields)
                {
                    Compare(field, otherField, areExclusive, conflicts);
                }
            }
        }
    }

    private void Compare(
        SelectedField one,
        SelectedField other,
        bool parentsAreExclusive,
        List<FieldConflict> conflicts
    )
    {
        if (!context.Spend(1))
        {
            return;
        }

        var areExclusive = parentsAreExclusive || one.IsExclusiveOf(other);
        var reason =
            (areExclusive ? null : comparison.DifferenceOfSelection(one, other))
            ?? FieldComparison.DifferenceOfShape(one, other);
        if (reason is not null)
        {
            conflicts.Add(new FieldConflict(one.Node.ResponseName, reason, [one.Node], [other.Node]));
        }
        else if (BetweenSubfields(one, other, areExclusive) is { Count: > 0 } inner)
        {
            conflicts.Add(FieldConflict.OfSubfields(one.Node, other.Node, inner));
        }
    }

    /// <summary>Goes one level down unless the two were compared before, are the same, or are too deep; ends with _levels--.</summary>
    private bool Deeper(Sides sides, Selections one, Selections other, bool areExclusive)
    {
        if (one.Id == other.Id || _levels == Limits.MaxConflictLevels || !context.Spend(1))
        {
            return false;
        }

        var isOrdered = sides == Sides.FieldsAndFragment || one.Id < other.Id;
        var pair = isOrdered ? (sides, one.Id, other.Id) : (sides, other.Id, one.Id);
        if (_compared.TryGetValue(pair, out var asExclusive) && (!asExclusive || areExclusive))
        {
            return false;
        }

        _compared[pair] = areExclusive;
        _levels++;
        return true;
    }
}
