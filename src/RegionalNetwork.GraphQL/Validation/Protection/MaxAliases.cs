using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Protection;

/// <summary>
/// A document has at most <see cref="ValidationLimits.MaxAliases"/> aliases: one costly field under a thousand aliases is a thousand
/// costly fields.
/// </summary>
internal static class MaxAliases
{
    public static void Check(ValidationContext context)
    {
        var first = Aliases(context.Document).Skip(context.Limits.MaxAliases).FirstOrDefault();
        if (first is not null)
        {
            context.Report(
                $"The document has more than {context.Limits.MaxAliases} aliases. "
                    + "Ask for lists instead of single objects, or send several smaller requests.",
                first
            );
        }
    }

    private static IEnumerable<NameNode> Aliases(DocumentNode document)
    {
        var waiting = new Stack<Node>([document]);
        while (waiting.TryPop(out var node))
        {
            if (node is FieldNode { Alias: { } alias })
            {
                yield return alias;
            }

            foreach (var child in NodeChildren.Of(node).Where(MayHoldFields).Reverse())
            {
                waiting.Push(child);
            }
        }
    }

    private static bool MayHoldFields(Node node) => node is DefinitionNode or SelectionSetNode or SelectionNode;
}
