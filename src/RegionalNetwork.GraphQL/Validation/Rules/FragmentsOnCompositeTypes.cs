using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// Fragments on Object, Interface or Union Types: https://spec.graphql.org/September2025/#sec-Fragments-on-Object-Interface-or-Union-Types
/// <para>A fragment's type condition names a type that has fields or members.</para>
/// </summary>
internal sealed class FragmentsOnCompositeTypes(ValidationContext context) : IValidationRule
{
    public void Subscribe(NodeSubscriptions on)
    {
        on.Enter<InlineFragmentNode>(CheckInline);
        on.Enter<FragmentDefinitionNode>(CheckDefinition);
    }

    private void CheckInline(InlineFragmentNode fragment)
    {
        if (fragment.TypeCondition is { } condition && IsLeafOrInput(condition))
        {
            context.Report($"Fragment cannot condition on non composite type \"{condition.Name.Value}\".", condition);
        }
    }

    private void CheckDefinition(FragmentDefinitionNode fragment)
    {
        var condition = fragment.TypeCondition;
        if (IsLeafOrInput(condition))
        {
            context.Report(
                $"Fragment \"{fragment.Name.Value}\" cannot condition on non composite type \"{condition.Name.Value}\".",
                condition
            );
        }
    }

    private bool IsLeafOrInput(NamedTypeNode condition) =>
        context.Schema.Types.TryGetValue(condition.Name.Value, out var type) && !type.IsComposite();
}
