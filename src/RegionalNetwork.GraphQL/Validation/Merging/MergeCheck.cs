using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Validation.Merging;

/// <summary>
/// Decides whether the fields of a document can be merged, without comparing them in pairs. It merges as the executor would:
/// fields with one response name form a group, their selection sets together are the next set to look at. Being the same is
/// transitive, so each field is compared with the first of its group only, and a set that is met again is not looked at again.
/// Work grows with the document and its depth except for documents built to defeat that, which run out of steps.
/// </summary>
/// <remarks>
/// The specification states two conditions. Every group has one shape, whatever the parent types; and fields that may select
/// from one object are the same field with the same arguments. Each is followed down by itself.
/// </remarks>
internal sealed class MergeCheck(ValidationContext context, SelectionReader reader, FieldComparison comparison)
{
    private enum Condition
    {
        SameShape,
        SameSelection,
    }

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Stack<(Condition Condition, IReadOnlyList<Selections> Sets)> _waiting = new();

    /// <summary>The first conflict found, or null if there is none or the steps ran out.</summary>
    public FieldConflict? Find()
    {
        foreach (var root in Roots())
        {
            Await(Condition.SameShape, [root]);
            Await(Condition.SameSelection, [root]);
            while (_waiting.TryPop(out var next))
            {
                if (FindIn(next.Condition, next.Sets) is { } conflict)
                {
                    return conflict;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// Operations, which take in what they spread; then, for fragments that no operation uses, those that no other spreads, and
    /// last what is left in cycles.
    /// </summary>
    private IEnumerable<Selections> Roots()
    {
        var operations = context.Document.Definitions.OfType<OperationDefinitionNode>().ToList();
        foreach (var operation in operations)
        {
            yield return reader.Read(operation.SelectionSet, context.Schema.RootType(operation.Operation));
        }

        var covered = new HashSet<FragmentDefinitionNode>(ReferenceEqualityComparer.Instance);
        covered.UnionWith(context.Fragments.ReachableFrom(operations.Select(operation => operation.SelectionSet)));
        foreach (var fragment in context.Fragments.InDependencyOrder().Reverse().Where(covered.Add))
        {
            covered.UnionWith(context.Fragments.ReachableFrom(fragment.SelectionSet));
            yield return reader.Read(fragment);
        }
    }

    private FieldConflict? FindIn(Condition condition, IReadOnlyList<Selections> sets)
    {
        foreach (var group in Merge(sets).Values)
        {
            if (condition == Condition.SameShape)
            {
                // A field that no type has is of no shape: to compare the others with it alone would find nothing.
                var known = group.FindAll(field => field.Definition is not null);
                if (Differ(known, FieldComparison.DifferenceOfShape) is { } conflict)
                {
                    return conflict;
                }

                AwaitSubfields(condition, group);
                continue;
            }

            foreach (var sameParent in GroupByCommonParent(group))
            {
                if (Differ(sameParent, comparison.DifferenceOfSelection) is { } conflict)
                {
                    return conflict;
                }

                AwaitSubfields(condition, sameParent);
            }
        }

        return null;
    }

    private static FieldConflict? Differ(
        IReadOnlyList<SelectedField> group,
        Func<SelectedField, SelectedField, string?> difference
    )
    {
        foreach (var other in group.Skip(1))
        {
            if (difference(group[0], other) is { } reason)
            {
                return new FieldConflict(other.Node.ResponseName, reason, [group[0].Node], [other.Node]);
            }
        }

        return null;
    }

    /// <summary>All fields of the sets and of the fragments that they spread, each once.</summary>
    private Dictionary<string, List<SelectedField>> Merge(IReadOnlyList<Selections> sets)
    {
        var merged = new Dictionary<string, List<SelectedField>>(StringComparer.Ordinal);
        var entered = sets.Select(set => set.Id).ToHashSet();
        var waiting = new Stack<Selections>(sets);
        while (waiting.TryPop(out var set) && context.Spend(1 + set.ByResponseName.Count + set.Spreads.Count))
        {
            foreach (var (name, fields) in set.ByResponseName)
            {
                if (!merged.TryGetValue(name, out var group))
                {
                    merged[name] = group = [];
                }

                group.AddRange(fields);
                context.Spend(fields.Count);
            }

            foreach (var spread in set.Spreads.Select(reader.Read).Where(spread => entered.Add(spread.Id)))
            {
                waiting.Push(spread);
            }
        }

        return merged;
    }

    /// <summary>Fields of an abstract parent belong with those of every object type; object types do not belong together.</summary>
    private IEnumerable<IReadOnlyList<SelectedField>> GroupByCommonParent(List<SelectedField> fields)
    {
        var anyObject = fields.Where(field => field.ParentType is not ObjectType).ToList();
        var byObject = fields
            .Where(field => field.ParentType is ObjectType)
            .GroupBy(field => field.ParentType)
            .Select(group => group.ToList())
            .ToList();
        if (byObject.Count == 0)
        {
            yield return anyObject;
        }

        foreach (var group in byObject)
        {
            if (!context.Spend(anyObject.Count))
            {
                yield break;
            }

            yield return [.. group, .. anyObject];
        }
    }

    private void AwaitSubfields(Condition condition, IReadOnlyList<SelectedField> group) =>
        Await(
            condition,
            group
                .Where(field => field.Node.SelectionSet is not null)
                .Select(field => reader.Read(field.Node.SelectionSet!, field.SelectionType))
        );

    /// <summary>
    /// A set that holds nothing but spreads counts as those fragments, so that the same fragments spread in a thousand places are
    /// one set and not a thousand.
    /// </summary>
    private void Await(Condition condition, IEnumerable<Selections> sets)
    {
        var sources = new SortedDictionary<int, Selections>();
        foreach (var set in sets)
        {
            if (set.ByResponseName.Count > 0)
            {
                sources[set.Id] = set;
            }

            foreach (var spread in set.Spreads.Select(reader.Read))
            {
                sources[spread.Id] = spread;
            }
        }

        if (
            sources.Count > 0
            && context.Spend(sources.Count)
            && _seen.Add($"{condition} {string.Join(',', sources.Keys)}")
        )
        {
            _waiting.Push((condition, [.. sources.Values]));
        }
    }
}
