using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Protection;

/// <summary>
/// An operation selects at most <see cref="ValidationLimits.MaxRootFields"/> fields of its root type, and of these at most
/// <see cref="ValidationLimits.MaxIntrospectionFields"/> that describe the schema. A root field is a request of its own: as aliases,
/// hundreds fit in one that counts as one.
/// </summary>
internal static class MaxRootFields
{
    public static void Check(ValidationContext context)
    {
        var limits = context.Limits;
        Check(
            context,
            field => field.Name.Value != "__typename",
            limits.MaxRootFields,
            $"The operation selects more than {limits.MaxRootFields} root fields. Ask for lists instead of single objects, or send "
                + "several smaller requests."
        );
        Check(
            context,
            field => field.Name.Value is "__schema" or "__type",
            limits.MaxIntrospectionFields,
            $"The operation asks for the schema more than {limits.MaxIntrospectionFields} times. Ask for __schema once."
        );
    }

    private static void Check(ValidationContext context, Func<FieldNode, bool> isCounted, int limit, string message)
    {
        var stop = limit + 1L;
        // What is inside a root field is none, so that only the outermost fields count.
        var counts = new FragmentTotals(
            (field, _) => isCounted(field) ? 1 : 0,
            members => members.Aggregate(0L, (sum, member) => Math.Min(stop, sum + member))
        );
        counts.CountFragments(context.Fragments);
        foreach (var operation in context.Document.Definitions.OfType<OperationDefinitionNode>())
        {
            if (counts.Of(operation.SelectionSet) == stop)
            {
                context.Report(message, operation);
            }
        }
    }
}
