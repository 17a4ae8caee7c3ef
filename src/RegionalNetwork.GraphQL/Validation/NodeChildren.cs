using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation;

/// <summary>
/// The nodes directly below a node, in the order of the text. Descriptions are left out: they never affect validity. So are
/// type system definitions: one rule refuses them whole, and what they say has no meaning in a request.
/// </summary>
internal static class NodeChildren
{
    public static IEnumerable<Node> Of(Node node) =>
        node switch
        {
            DocumentNode document => document.Definitions,
            OperationDefinitionNode operation =>
            [
                .. operation.VariableDefinitions,
                .. operation.Directives,
                operation.SelectionSet,
            ],
            FragmentDefinitionNode fragment => [fragment.TypeCondition, .. fragment.Directives, fragment.SelectionSet],
            VariableDefinitionNode variable =>
            [
                variable.Variable,
                variable.Type,
                .. Optional(variable.DefaultValue),
                .. variable.Directives,
            ],
            SelectionSetNode set => set.Selections,
            FieldNode field => [.. field.Arguments, .. field.Directives, .. Optional(field.SelectionSet)],
            FragmentSpreadNode spread => spread.Directives,
            InlineFragmentNode inline => [.. Optional(inline.TypeCondition), .. inline.Directives, inline.SelectionSet],
            DirectiveNode directive => directive.Arguments,
            ArgumentNode argument => [argument.Value],
            ListValueNode list => list.Values,
            ObjectValueNode value => value.Fields,
            ObjectFieldNode field => [field.Value],
            ListTypeNode list => [list.Type],
            NonNullTypeNode nonNull => [nonNull.Type],
            _ => [],
        };

    private static Node[] Optional(Node? node) => node is null ? [] : [node];
}
