using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// Variables Are Input Types: https://spec.graphql.org/September2025/#sec-Variables-Are-Input-Types
/// <para>A variable is a scalar, an enum, an input object, or a list of these.</para>
/// </summary>
internal sealed class VariablesAreInputTypes(ValidationContext context) : IValidationRule
{
    public void Subscribe(NodeSubscriptions on) => on.Enter<VariableDefinitionNode>(Check);

    private void Check(VariableDefinitionNode definition)
    {
        if (context.Schema.TypeOf(definition.Type) is { } type && !type.Named.IsInput())
        {
            var name = definition.Variable.Name.Value;
            context.Report($"Variable \"${name}\" cannot be non-input type \"{type}\".", definition.Type);
        }
    }
}
