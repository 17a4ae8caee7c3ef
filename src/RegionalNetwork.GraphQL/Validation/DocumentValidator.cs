using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.GraphQL.Validation.Protection;

namespace RegionalNetwork.GraphQL.Validation;

/// <summary>https://spec.graphql.org/September2025/#sec-Validation</summary>
public static class DocumentValidator
{
    /// <summary>
    /// The errors that keep a document from being executed against a schema; none if it is valid. Protective limits come first
    /// and alone: a document that breaks one is not looked at any further. Time and memory are bounded by
    /// <paramref name="limits"/>. The document must come from the parser, whose limit of nesting this relies on.
    /// </summary>
    public static IReadOnlyList<GraphQLError> Validate(DocumentNode document, Schema schema, ValidationLimits limits)
    {
        var context = new ValidationContext(document, schema, limits);
        ProtectiveRules.Check(context);
        if (context.Errors.Count == 0)
        {
            Walk(context, SpecifiedRules.All);
        }

        return context.Errors;
    }

    /// <summary>Runs chosen rules, in their order.</summary>
    internal static void Walk(ValidationContext context, IEnumerable<SpecifiedRule> rules)
    {
        var subscriptions = new NodeSubscriptions();
        foreach (var rule in rules)
        {
            rule.Create(context).Subscribe(subscriptions);
        }

        new DocumentWalker(context, subscriptions).Visit(context.Document);
    }
}
