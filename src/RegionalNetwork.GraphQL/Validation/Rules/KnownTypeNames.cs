using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// Fragment Spread Type Existence: https://spec.graphql.org/September2025/#sec-Fragment-Spread-Type-Existence
/// <para>Every type that a fragment or a variable names is in the schema.</para>
/// </summary>
internal sealed class KnownTypeNames(ValidationContext context) : IValidationRule
{
    public void Subscribe(NodeSubscriptions on) => on.Enter<NamedTypeNode>(Check);

    private void Check(NamedTypeNode type)
    {
        var name = type.Name.Value;
        if (!context.Schema.Types.ContainsKey(name))
        {
            context.Report($"Unknown type \"{name}\"." + DidYouMean.Among(name, context.Schema.Types.Keys), type);
        }
    }
}
