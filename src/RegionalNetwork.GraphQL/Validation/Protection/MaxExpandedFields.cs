using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Protection;

/// <summary>
/// An operation has at most <see cref="ValidationLimits.MaxExpandedFields"/> fields with every spread written out: a few fragments
/// that spread one another twice make millions.
/// </summary>
internal static class MaxExpandedFields
{
    public static void Check(ValidationContext context)
    {
        long stop = context.Limits.MaxExpandedFields + 1L;
        var counts = new FragmentTotals(
            (_, inner) => Math.Min(stop, 1 + inner),
            members => members.Aggregate(0L, (sum, member) => Math.Min(stop, sum + member))
        );
        counts.CountFragments(context.Fragments);
        foreach (var operation in context.Document.Definitions.OfType<OperationDefinitionNode>())
        {
            if (counts.Of(operation.SelectionSet) == stop)
            {
                context.Report(
                    $"The operation selects more than {context.Limits.MaxExpandedFields} fields once its fragments are "
                        + "expanded. Ask for fewer fields, or send several smaller requests.",
                    operation
                );
            }
        }
    }
}
