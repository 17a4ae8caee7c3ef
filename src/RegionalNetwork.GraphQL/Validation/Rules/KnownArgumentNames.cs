using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// Argument Names: https://spec.graphql.org/September2025/#sec-Argument-Names
/// <para>The field or directive defines every argument that it is given.</para>
/// </summary>
internal sealed class KnownArgumentNames(ValidationContext context) : IValidationRule
{
    public void Subscribe(NodeSubscriptions on) => on.Enter<ArgumentNode>(Check);

    private void Check(ArgumentNode argument)
    {
        var name = argument.Name.Value;
        switch (context.Scope)
        {
            case { Argument: not null }:
                break;
            case { Directive: { } directive }:
                Report(
                    $"Unknown argument \"{name}\" on directive \"@{directive.Name}\".",
                    argument,
                    directive.Arguments.Keys
                );
                break;
            case { Field: { } field, ParentType: { } parent }:
                Report(
                    $"Unknown argument \"{name}\" on field \"{parent}.{field.Name}\".",
                    argument,
                    field.Arguments.Keys
                );
                break;
        }
    }

    private void Report(string message, ArgumentNode argument, IEnumerable<string> known) =>
        context.Report(message + DidYouMean.Among(argument.Name.Value, known), argument);
}
