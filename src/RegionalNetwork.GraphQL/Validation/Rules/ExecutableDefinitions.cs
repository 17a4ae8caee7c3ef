using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// Executable Definitions: https://spec.graphql.org/September2025/#sec-Executable-Definitions
/// <para>A document that is to be executed holds operations and fragments only.</para>
/// </summary>
internal sealed class ExecutableDefinitions(ValidationContext context) : IValidationRule
{
    public void Subscribe(NodeSubscriptions on) => on.Enter<DocumentNode>(Check);

    private void Check(DocumentNode document)
    {
        foreach (var definition in document.Definitions.OfType<TypeSystemNode>())
        {
            context.Report($"The {NameOf(definition)} definition is not executable.", definition);
        }
    }

    private static string NameOf(TypeSystemNode definition) =>
        definition switch
        {
            SchemaNode => "schema",
            DirectiveDefinitionNode directive => $"\"{directive.Name.Value}\"",
            TypeDefinitionNode type => $"\"{type.Name.Value}\"",
            _ => "type system",
        };
}
