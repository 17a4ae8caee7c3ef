using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation;

/// <summary>
/// Visits every node of a document once, in the order of the text, for all rules together, and keeps the type scope. Recurses,
/// so it relies on the parser's limit of nesting.
/// </summary>
internal sealed class DocumentWalker(ValidationContext context, NodeSubscriptions subscriptions)
{
    public void Visit(Node node)
    {
        if (context.IsStopped)
        {
            return;
        }

        var outer = context.Scope;
        context.Scope = outer.Enter(node, context.Schema);
        subscriptions.Entering(node);
        foreach (var child in NodeChildren.Of(node))
        {
            Visit(child);
        }

        subscriptions.Leaving(node);
        context.Scope = outer;
    }
}
