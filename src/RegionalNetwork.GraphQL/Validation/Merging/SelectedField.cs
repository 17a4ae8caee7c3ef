using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Validation.Merging;

/// <summary>A field where it is selected.</summary>
/// <param name="ParentType">Null where the document names a type that the schema does not have.</param>
/// <param name="Definition">Null where <paramref name="ParentType"/> has no such field.</param>
internal sealed record SelectedField(FieldNode Node, NamedType? ParentType, Field? Definition)
{
    /// <summary>The type in which the field's own selections are made.</summary>
    public NamedType? SelectionType => Definition?.Type.Named;

    /// <summary>Two of these never select from the same object, so they may differ in all but the shape of the response.</summary>
    public bool IsExclusiveOf(SelectedField other) =>
        ParentType is ObjectType && other.ParentType is ObjectType && !ReferenceEquals(ParentType, other.ParentType);
}

/// <summary>The fields that a selection set makes itself, inline fragments included, and the fragments that it spreads.</summary>
/// <param name="Id">Tells selection sets apart within one validation.</param>
/// <param name="ByResponseName">In order of first appearance.</param>
/// <param name="Spreads">Each defined fragment once.</param>
internal sealed record Selections(
    int Id,
    OrderedDictionary<string, List<SelectedField>> ByResponseName,
    IReadOnlyList<FragmentDefinitionNode> Spreads
);
