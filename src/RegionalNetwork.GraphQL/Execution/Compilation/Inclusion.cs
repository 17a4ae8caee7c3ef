using RegionalNetwork.GraphQL.Execution.Inputs;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Execution.Compilation;

/// <summary>https://spec.graphql.org/September2025/#sec--skip and #sec--include.</summary>
internal static class Inclusion
{
    /// <param name="givenNull">
    /// The condition, where it has to be asked and is null. All Variable Usages Are Allowed lets a nullable variable with a default
    /// stand there and notes that null is then an error.
    /// </param>
    public static bool IsIncluded(SelectionNode selection, VariableValues variables, out VariableNode? givenNull)
    {
        givenNull = null;
        return selection.Directives.Count == 0
            || (
                Condition(selection, "skip", variables, ref givenNull) != true
                && givenNull is null
                && Condition(selection, "include", variables, ref givenNull) != false
                && givenNull is null
            );
    }

    /// <summary>The variables that decide about selections of an operation, in order of first use.</summary>
    public static IReadOnlyList<string> Variables(DocumentNode document)
    {
        var names = new List<string>();
        foreach (var definition in document.Definitions)
        {
            var selections = definition switch
            {
                OperationDefinitionNode operation => operation.SelectionSet,
                FragmentDefinitionNode fragment => fragment.SelectionSet,
                _ => null,
            };
            if (selections is not null)
            {
                Find(selections, names);
            }
        }

        return names;
    }

    private static void Find(SelectionSetNode selections, List<string> names)
    {
        foreach (var selection in selections.Selections)
        {
            foreach (
                var directive in selection.Directives.Where(directive => directive.Name.Value is "skip" or "include")
            )
            {
                if (If(directive) is VariableNode variable && !names.Contains(variable.Name.Value))
                {
                    names.Add(variable.Name.Value);
                }
            }

            var inner = selection switch
            {
                FieldNode field => field.SelectionSet,
                InlineFragmentNode inline => inline.SelectionSet,
                _ => null,
            };
            if (inner is not null)
            {
                Find(inner, names);
            }
        }
    }

    private static bool? Condition(
        SelectionNode selection,
        string directiveName,
        VariableValues variables,
        ref VariableNode? givenNull
    )
    {
        if (
            selection.Directives.FirstOrDefault(directive => directive.Name.Value == directiveName) is not { } directive
        )
        {
            return null;
        }

        switch (If(directive))
        {
            case BooleanValueNode literal:
                return literal.Value;
            case VariableNode variable when variables.TryGet(variable.Name.Value, out var value):
                givenNull = value is null ? variable : null;
                return value as bool?;
            default:
                return null;
        }
    }

    private static ValueNode? If(DirectiveNode directive) =>
        directive.Arguments.FirstOrDefault(argument => argument.Name.Value == "if")?.Value;
}
