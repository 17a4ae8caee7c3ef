using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// Directives Are Unique per Location: https://spec.graphql.org/September2025/#sec-Directives-Are-Unique-per-Location
/// <para>A directive that is not repeatable is used once at most in one place.</para>
/// </summary>
internal sealed class UniqueDirectivesPerLocation(ValidationContext context) : IValidationRule
{
    public void Subscribe(NodeSubscriptions on)
    {
        on.Enter<OperationDefinitionNode>(node => Check(node.Directives));
        on.Enter<VariableDefinitionNode>(node => Check(node.Directives));
        on.Enter<FieldNode>(node => Check(node.Directives));
        on.Enter<FragmentSpreadNode>(node => Check(node.Directives));
        on.Enter<InlineFragmentNode>(node => Check(node.Directives));
        on.Enter<FragmentDefinitionNode>(node => Check(node.Directives));
    }

    private void Check(IReadOnlyList<DirectiveNode> directives)
    {
        var first = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (
                context.Schema.Directives.TryGetValue(name, out var definition)
                && !definition.IsRepeatable
                && !first.TryAdd(name, directive)
            )
            {
                context.Report(
                    $"The directive \"@{name}\" can only be used once at this location.",
                    first[name],
                    directive
                );
            }
        }
    }
}
