using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Types;

/// <summary>
/// Default values and the arguments of applied directives fit their types. Values of custom scalars are not looked at.
/// https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type
/// </summary>
internal static class ConstantValues
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        var check = new ConstantValueCheck(definitions, faults);
        foreach (var node in definitions.Added.SelectMany(TypeParts.InputValues))
        {
            if (node.DefaultValue is { } value)
            {
                check.Check(node.Type, value);
            }
        }

        foreach (var applied in definitions.AppliedDirectives)
        {
            if (definitions.Directives.TryGetValue(applied.Name.Value, out var definition))
            {
                CheckArguments(definition, applied, check);
            }
        }
    }

    private static void CheckArguments(
        DirectiveDefinitionNode definition,
        DirectiveNode applied,
        ConstantValueCheck check
    )
    {
        foreach (var argument in applied.Arguments)
        {
            var name = argument.Name.Value;
            if (definition.Arguments.FirstOrDefault(other => other.Name.Value == name) is { } expected)
            {
                check.Check(expected.Type, argument.Value);
            }
        }
    }
}
