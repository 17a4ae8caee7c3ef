using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// Required Arguments: https://spec.graphql.org/September2025/#sec-Required-Arguments
/// <para>A field or directive is given every argument that is non-null and has no default. That the value is not null
/// either is for <see cref="ValuesOfCorrectType"/>.</para>
/// </summary>
internal sealed class ProvidedRequiredArguments(ValidationContext context) : IValidationRule
{
    public void Subscribe(NodeSubscriptions on)
    {
        on.Leave<FieldNode>(CheckField);
        on.Leave<DirectiveNode>(CheckDirective);
    }

    private void CheckField(FieldNode node)
    {
        if (context.Scope.Field is { } field)
        {
            Check($"Field \"{field.Name}\"", field.Arguments, node.Arguments, node);
        }
    }

    private void CheckDirective(DirectiveNode node)
    {
        if (context.Scope.Directive is { } directive)
        {
            Check($"Directive \"@{directive.Name}\"", directive.Arguments, node.Arguments, node);
        }
    }

    private void Check(
        string owner,
        OrderedDictionary<string, InputValue> definitions,
        IReadOnlyList<ArgumentNode> arguments,
        Node node
    )
    {
        if (definitions.Count == 0)
        {
            return;
        }

        var given = arguments.Select(argument => argument.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var definition in definitions.Values)
        {
            if (definition.IsRequired && !given.Contains(definition.Name))
            {
                context.Report(
                    $"{owner} argument \"{definition.Name}\" of type \"{definition.Type}\" is required, "
                        + "but it was not provided.",
                    node
                );
            }
        }
    }
}
