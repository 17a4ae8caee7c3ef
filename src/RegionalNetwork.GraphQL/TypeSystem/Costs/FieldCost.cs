namespace RegionalNetwork.GraphQL.TypeSystem.Costs;

/// <summary>What the schema says of a field's cost.</summary>
/// <param name="Weight">Of running its resolver once, without its arguments.</param>
/// <param name="ListSize">Null where the field carries no <c>@listSize</c>.</param>
internal sealed record FieldCost(double Weight, ListSize? ListSize);

/// <summary>How long a list can be. https://ibm.github.io/graphql-specs/cost-spec.html#sec-The-List-Size-Directive</summary>
/// <param name="AssumedItems">Where no slicing argument says otherwise; null where the schema does not say.</param>
/// <param name="SlicingArguments">Arguments of the field that bound the list.</param>
/// <param name="SizedFields">Fields of the field's own selections whose lists are meant; empty for the field's own list.</param>
/// <param name="RequiresOneSlicingArgument">An operation that gives none of them, or several, is refused.</param>
internal sealed record ListSize(
    int? AssumedItems,
    IReadOnlyList<string> SlicingArguments,
    IReadOnlyList<string> SizedFields,
    bool RequiresOneSlicingArgument
);
