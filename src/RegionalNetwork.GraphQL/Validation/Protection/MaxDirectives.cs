using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Protection;

/// <summary>
/// A document has at most <see cref="ValidationLimits.MaxDirectives"/> directives, and one place in it at most
/// <see cref="ValidationLimits.MaxDirectivesPerLocation"/>: each is looked up and its arguments checked, known or not.
/// </summary>
internal static class MaxDirectives
{
    public static void Check(ValidationContext context)
    {
        var limits = context.Limits;
        var count = 0;
        foreach (var directives in Lists(context.Document))
        {
            if (directives.Count > limits.MaxDirectivesPerLocation)
            {
                context.Report(
                    $"There are more than {limits.MaxDirectivesPerLocation} directives in one place. Leave out those that repeat.",
                    directives[limits.MaxDirectivesPerLocation]
                );
                return;
            }

            count += directives.Count;
            if (count > limits.MaxDirectives)
            {
                context.Report(
                    $"The document has more than {limits.MaxDirectives} directives. "
                        + "Put those of neighbouring fields on one fragment, or send several smaller requests.",
                    directives[^1]
                );
                return;
            }
        }
    }

    /// <summary>In the order of the text, for each place that has any.</summary>
    private static IEnumerable<IReadOnlyList<DirectiveNode>> Lists(DocumentNode document)
    {
        var waiting = new Stack<Node>([document]);
        while (waiting.TryPop(out var node))
        {
            var directives = Of(node);
            if (directives.Count > 0)
            {
                yield return directives;
            }

            foreach (var child in NodeChildren.Of(node).Where(MayHoldDirectives).Reverse())
            {
                waiting.Push(child);
            }
        }
    }

    private static IReadOnlyList<DirectiveNode> Of(Node node) =>
        node switch
        {
            OperationDefinitionNode operation => operation.Directives,
            FragmentDefinitionNode fragment => fragment.Directives,
            VariableDefinitionNode variable => variable.Directives,
            SelectionNode selection => selection.Directives,
            _ => [],
        };

    private static bool MayHoldDirectives(Node node) =>
        node is DefinitionNode or VariableDefinitionNode or SelectionSetNode or SelectionNode;
}
