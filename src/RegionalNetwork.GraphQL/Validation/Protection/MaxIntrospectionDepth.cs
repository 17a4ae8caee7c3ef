using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Protection;

/// <summary>
/// Introspection lists lie at most <see cref="ValidationLimits.MaxIntrospectionListLevels"/> inside one another: the fields of the
/// types of the fields of the types grow with a power of the schema's size, and no tool asks for them.
/// </summary>
internal sealed class MaxIntrospectionDepth(ValidationContext context) : IValidationRule
{
    private readonly FragmentTotals _lists = new(
        (field, inner) => (IsList(field.Name.Value) ? 1 : 0) + inner,
        members => members.DefaultIfEmpty().Max()
    );

    public void Subscribe(NodeSubscriptions on)
    {
        on.Enter<DocumentNode>(_ => _lists.CountFragments(context.Fragments));
        on.Enter<FieldNode>(Check);
    }

    private void Check(FieldNode field)
    {
        if (field.Name.Value is "__schema" or "__type" && _lists.Of(field) > context.Limits.MaxIntrospectionListLevels)
        {
            context.Report("Maximum introspection depth exceeded", field);
        }
    }

    private static bool IsList(string name) => name is "fields" or "interfaces" or "possibleTypes" or "inputFields";
}
