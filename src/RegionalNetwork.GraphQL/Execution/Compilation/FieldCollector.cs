using RegionalNetwork.GraphQL.Execution.Inputs;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Execution.Compilation;

/// <summary>Fields by response name, in the order of the response.</summary>
internal sealed class CollectedFields : OrderedDictionary<string, List<FieldNode>>
{
    /// <summary>Where it is not known which fields are selected, the condition that is to blame; then there are none here.</summary>
    public VariableNode? NullCondition { get; private set; }

    public void GiveUp(VariableNode nullCondition)
    {
        NullCondition = nullCondition;
        Clear();
    }
}

/// <summary>https://spec.graphql.org/September2025/#CollectFields()</summary>
/// <param name="variables">The values of the variables in <c>@skip</c> and <c>@include</c>, fixed for this plan.</param>
internal sealed class FieldCollector(
    Schema schema,
    IReadOnlyDictionary<string, FragmentDefinitionNode> fragments,
    VariableValues variables
)
{
    /// <param name="nodes">Merged occurrences of a field whose selections are collected together.</param>
    public CollectedFields CollectSubfields(ObjectType type, IReadOnlyList<FieldNode> nodes)
    {
        var fields = new CollectedFields();
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            if (node.SelectionSet is not null)
            {
                Collect(type, node.SelectionSet, fields, visited);
            }
        }

        return fields;
    }

    public CollectedFields CollectRoot(ObjectType type, SelectionSetNode selections)
    {
        var fields = new CollectedFields();
        Collect(type, selections, fields, new HashSet<string>(StringComparer.Ordinal));
        return fields;
    }

    private void Collect(ObjectType type, SelectionSetNode selections, CollectedFields fields, HashSet<string> visited)
    {
        foreach (var selection in selections.Selections)
        {
            if (fields.NullCondition is not null)
            {
                return;
            }

            if (selection is FragmentSpreadNode { Name.Value: var name } && visited.Contains(name))
            {
                // It would add nothing, so its condition is not asked.
                continue;
            }

            if (Inclusion.IsIncluded(selection, variables, out var givenNull))
            {
                Collect(type, selection, fields, visited);
            }
            else if (givenNull is not null)
            {
                fields.GiveUp(givenNull);
            }
        }
    }

    private void Collect(ObjectType type, SelectionNode selection, CollectedFields fields, HashSet<string> visited)
    {
        switch (selection)
        {
            case FieldNode field when fields.TryGetValue(field.ResponseName, out var group):
                group.Add(field);
                break;
            case FieldNode field:
                fields.Add(field.ResponseName, [field]);
                break;
            case InlineFragmentNode inline when Applies(type, inline.TypeCondition):
                Collect(type, inline.SelectionSet, fields, visited);
                break;
            case FragmentSpreadNode spread
                when visited.Add(spread.Name.Value)
                    && fragments.TryGetValue(spread.Name.Value, out var fragment)
                    && Applies(type, fragment.TypeCondition):
                Collect(type, fragment.SelectionSet, fields, visited);
                break;
        }
    }

    private bool Applies(ObjectType type, NamedTypeNode? condition) =>
        condition is null
        || (schema.Types.TryGetValue(condition.Name.Value, out var named) && Schema.IsSubType(named, type));
}
