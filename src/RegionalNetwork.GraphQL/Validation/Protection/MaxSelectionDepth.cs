using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Protection;

/// <summary>
/// Fields lie at most <see cref="ValidationLimits.MaxSelectionDepthLevels"/> inside one another, wherever fragments put them: lists in
/// lists multiply, and so does their cost.
/// </summary>
internal static class MaxSelectionDepth
{
    public static void Check(ValidationContext context)
    {
        var depths = new FragmentTotals((_, inner) => 1 + inner, members => members.DefaultIfEmpty().Max());
        depths.CountFragments(context.Fragments);
        foreach (var operation in context.Document.Definitions.OfType<OperationDefinitionNode>())
        {
            if (depths.Of(operation.SelectionSet) > context.Limits.MaxSelectionDepthLevels)
            {
                context.Report(
                    $"The operation selects fields more than {context.Limits.MaxSelectionDepthLevels} levels deep. "
                        + "Ask for the deeper objects in a request of their own.",
                    operation
                );
            }
        }
    }
}
