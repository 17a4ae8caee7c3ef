using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// Argument Uniqueness: https://spec.graphql.org/September2025/#sec-Argument-Uniqueness
/// <para>A field or directive is given each argument once at most.</para>
/// </summary>
internal sealed class UniqueArgumentNames(ValidationContext context) : IValidationRule
{
    public void Subscribe(NodeSubscriptions on)
    {
        on.Enter<FieldNode>(field => Check(field.Arguments));
        on.Enter<DirectiveNode>(directive => Check(directive.Arguments));
    }

    private void Check(IReadOnlyList<ArgumentNode> arguments)
    {
        var names = arguments.Select(argument => argument.Name);
        foreach (var same in names.GroupBy(name => name.Value).Where(group => group.Skip(1).Any()))
        {
            context.Report($"There can be only one argument named \"{same.Key}\".", same);
        }
    }
}
