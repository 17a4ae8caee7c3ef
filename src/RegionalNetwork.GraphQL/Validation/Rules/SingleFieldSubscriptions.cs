using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// Single Root Field: https://spec.graphql.org/September2025/#sec-Single-Root-Field
/// <para>A subscription selects exactly one field of the root, not of introspection, and not conditionally.</para>
/// </summary>
internal sealed class SingleFieldSubscriptions(ValidationContext context) : IValidationRule
{
    public void Subscribe(NodeSubscriptions on) => on.Enter<OperationDefinitionNode>(Check);

    private void Check(OperationDefinitionNode operation)
    {
        if (operation.Operation != OperationKind.Subscription || context.Schema.SubscriptionType is not { } root)
        {
            return;
        }

        var subscription = operation.Name is { } name ? $"Subscription \"{name.Value}\"" : "Anonymous Subscription";
        var selections = Collect(operation.SelectionSet, root);
        var conditions = selections.SelectMany(selection => selection.Directives).Where(IsCondition).ToList();
        if (conditions.Count > 0)
        {
            context.Report(
                $"{subscription} must not use `@skip` or `@include` directives in the top level selection.",
                conditions
            );
            return;
        }

        var fields = selections.OfType<FieldNode>().GroupBy(field => field.ResponseName).ToList();
        if (fields.Count == 0)
        {
            context.Report($"{subscription} must select one top level field.", operation.SelectionSet);
        }
        else if (fields.Count > 1)
        {
            context.Report(
                $"{subscription} must select only one top level field.",
                fields.Skip(1).SelectMany(same => same)
            );
        }

        foreach (var same in fields.Where(same => same.First().Name.Value.StartsWith("__", StringComparison.Ordinal)))
        {
            context.Report($"{subscription} must not select an introspection top level field.", same);
        }
    }

    /// <summary>
    /// https://spec.graphql.org/September2025/#CollectSubscriptionFields(): the selections that apply to the root, in order,
    /// each fragment once. Kept off the stack, because a document may chain thousands of fragments.
    /// </summary>
    private List<SelectionNode> Collect(SelectionSetNode set, ObjectType root)
    {
        var collected = new List<SelectionNode>();
        var spread = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<SelectionNode>(set.Selections.Reverse());
        while (waiting.TryPop(out var selection) && context.Spend(1))
        {
            collected.Add(selection);
            foreach (var inner in Inside(selection, root, spread).Reverse())
            {
                waiting.Push(inner);
            }
        }

        return collected;
    }

    private IReadOnlyList<SelectionNode> Inside(SelectionNode selection, ObjectType root, HashSet<string> spread) =>
        selection switch
        {
            InlineFragmentNode inline when Applies(inline.TypeCondition, root) => inline.SelectionSet.Selections,
            FragmentSpreadNode { Name.Value: var name }
                when spread.Add(name)
                    && context.Fragments.Find(name) is { } fragment
                    && Applies(fragment.TypeCondition, root) => fragment.SelectionSet.Selections,
            _ => [],
        };

    private bool Applies(NamedTypeNode? condition, ObjectType root) =>
        condition is null || (context.Schema.OutputType(condition) is { } type && Schema.IsSubType(type, root));

    private static bool IsCondition(DirectiveNode directive) => directive.Name.Value is "skip" or "include";
}
