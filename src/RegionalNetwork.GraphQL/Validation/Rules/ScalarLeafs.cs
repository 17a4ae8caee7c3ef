using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// Leaf Field Selections: https://spec.graphql.org/September2025/#sec-Leaf-Field-Selections
/// <para>A scalar or enum field has no selection of subfields; any other field has one.</para>
/// </summary>
internal sealed class ScalarLeafs(ValidationContext context) : IValidationRule
{
    public void Subscribe(NodeSubscriptions on) => on.Enter<FieldNode>(Check);

    private void Check(FieldNode field)
    {
        if (context.Scope.Type is not { } type)
        {
            return;
        }

        var name = field.Name.Value;
        if (!type.Named.IsLeaf())
        {
            if (field.SelectionSet is null)
            {
                context.Report(
                    $"Field \"{name}\" of type \"{type}\" must have a selection of subfields. "
                        + $"Did you mean \"{name} {{ ... }}\"?",
                    field
                );
            }
        }
        else if (field.SelectionSet is { } selections)
        {
            context.Report(
                $"Field \"{name}\" must not have a selection since type \"{type}\" has no subfields.",
                selections
            );
        }
    }
}
