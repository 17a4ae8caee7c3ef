using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Validation;

/// <summary>A variable where it is used.</summary>
/// <param name="Type">Expected there; null where the place itself is unknown.</param>
/// <param name="ParentType">The input object type that it is the value of a field of, if any.</param>
/// <param name="HasDefault">The argument or input field has a default.</param>
internal sealed record VariableUsage(
    VariableNode Node,
    GraphQLType? Type,
    InputObjectType? ParentType,
    bool HasDefault
);

/// <summary>Where operations use variables, in themselves and in the fragments that they spread.</summary>
internal sealed class VariableUsages(ValidationContext context)
{
    private readonly Dictionary<DefinitionNode, List<VariableUsage>> _direct = new(ReferenceEqualityComparer.Instance);

    private (OperationDefinitionNode Operation, List<VariableUsage> Usages)? _last;

    /// <summary>
    /// In the operation first, then fragment by fragment. Operations that share fragments see the same usages again, so each
    /// usage is paid for; the list is cut short when the steps run out.
    /// </summary>
    public IReadOnlyList<VariableUsage> Of(OperationDefinitionNode operation)
    {
        if (_last is { } last && ReferenceEquals(last.Operation, operation))
        {
            return last.Usages;
        }

        var usages = new List<VariableUsage>(Direct(operation));
        foreach (var fragment in context.Fragments.ReachableFrom(operation.SelectionSet))
        {
            var inFragment = Direct(fragment);
            if (!context.Spend(1 + inFragment.Count))
            {
                break;
            }

            usages.AddRange(inFragment);
        }

        _last = (operation, usages);
        return usages;
    }

    private List<VariableUsage> Direct(DefinitionNode definition)
    {
        if (!_direct.TryGetValue(definition, out var usages))
        {
            _direct[definition] = usages = [];
            Collect(definition, default, usages);
        }

        return usages;
    }

    private void Collect(Node node, TypeScope outer, List<VariableUsage> usages)
    {
        var scope = outer.Enter(node, context.Schema);
        if (node is VariableNode variable)
        {
            usages.Add(new VariableUsage(variable, scope.InputType, scope.ParentInputType, scope.HasDefault));
        }

        foreach (var child in NodeChildren.Of(node).Where(child => child is not VariableDefinitionNode))
        {
            Collect(child, scope, usages);
        }
    }
}
