using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// Fragments Must Be Used: https://spec.graphql.org/September2025/#sec-Fragments-Must-Be-Used
/// <para>Some operation reaches every fragment.</para>
/// </summary>
internal sealed class NoUnusedFragments(ValidationContext context) : IValidationRule
{
    public void Subscribe(NodeSubscriptions on) => on.Leave<DocumentNode>(Check);

    private void Check(DocumentNode document)
    {
        var operations = document
            .Definitions.OfType<OperationDefinitionNode>()
            .Select(operation => operation.SelectionSet);
        var used = context
            .Fragments.ReachableFrom(operations)
            .Select(fragment => fragment.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var fragment in context.Fragments.All.Where(fragment => !used.Contains(fragment.Name.Value)))
        {
            context.Report($"Fragment \"{fragment.Name.Value}\" is never used.", fragment);
        }
    }
}
