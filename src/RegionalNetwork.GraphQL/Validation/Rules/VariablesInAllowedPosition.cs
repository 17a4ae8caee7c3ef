using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// All Variable Usages Are Allowed: https://spec.graphql.org/September2025/#sec-All-Variable-Usages-Are-Allowed
/// <para>A variable is used where its type fits, with the defaults on either side taken into account.</para>
/// </summary>
internal sealed class VariablesInAllowedPosition(ValidationContext context) : IValidationRule
{
    public void Subscribe(NodeSubscriptions on) => on.Leave<OperationDefinitionNode>(Check);

    private void Check(OperationDefinitionNode operation)
    {
        var definitions = new Dictionary<string, VariableDefinitionNode>(StringComparer.Ordinal);
        foreach (var definition in operation.VariableDefinitions)
        {
            definitions[definition.Variable.Name.Value] = definition;
        }

        foreach (var usage in context.Usages.Of(operation))
        {
            if (
                definitions.TryGetValue(usage.Node.Name.Value, out var definition)
                && context.Schema.TypeOf(definition.Type) is { } type
            )
            {
                Check(definition, type, usage);
            }
        }
    }

    private void Check(VariableDefinitionNode definition, GraphQLType type, VariableUsage usage)
    {
        var name = usage.Node.Name.Value;
        var isNeverNull = type is NonNullType || definition.DefaultValue is not null and not NullValueNode;
        if (usage.Type is { } expected && !IsAllowed(type, expected, isNeverNull || usage.HasDefault))
        {
            context.Report(
                $"Variable \"${name}\" of type \"{type}\" used in position expecting type \"{expected}\".",
                definition,
                usage.Node
            );
        }

        // https://spec.graphql.org/September2025/#IsNonNullPosition(): a default that is not null is as good as non-null.
        if (usage is { Type: not null, ParentType: { IsOneOf: true } oneOf } && !isNeverNull)
        {
            context.Report(
                $"Variable \"${name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object "
                    + $"\"{oneOf}\".",
                definition,
                usage.Node
            );
        }
    }

    /// <summary>A default, the variable's or the place's own, stands in where the variable is left out.</summary>
    private static bool IsAllowed(GraphQLType variable, GraphQLType location, bool hasDefault) =>
        location is NonNullType nonNull && variable is not NonNullType
            ? hasDefault && TypeQuestions.AreCompatible(variable, nonNull.OfType)
            : TypeQuestions.AreCompatible(variable, location);
}
