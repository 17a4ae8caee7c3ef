using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// Directives Are Defined; Directives Are in Valid Locations: https://spec.graphql.org/September2025/#sec-Directives-Are-Defined
/// https://spec.graphql.org/September2025/#sec-Directives-Are-in-Valid-Locations
/// <para>The schema defines every directive that is used, and for the place where it is used.</para>
/// </summary>
internal sealed class KnownDirectives(ValidationContext context) : IValidationRule
{
    public void Subscribe(NodeSubscriptions on) => on.Enter<DirectiveNode>(Check);

    private void Check(DirectiveNode directive)
    {
        if (context.Scope.Directive is not { } definition)
        {
            context.Report($"Unknown directive \"@{directive.Name.Value}\".", directive);
        }
        else if (context.Scope.Location is { } location && !definition.Locations.Contains(location))
        {
            context.Report($"Directive \"@{definition.Name}\" may not be used on {location.Name()}.", directive);
        }
    }
}
