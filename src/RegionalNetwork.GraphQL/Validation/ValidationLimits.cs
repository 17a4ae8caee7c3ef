namespace RegionalNetwork.GraphQL.Validation;

/// <summary>
/// How much a document may ask of the validator and, afterwards, of the executor. Each is the largest value accepted.
/// </summary>
/// <param name="MaxErrors">Errors reported before validation stops.</param>
/// <param name="MaxAliases">Aliased fields in the whole document, as written.</param>
/// <param name="MaxSelectionDepthLevels">Fields inside one another once fragments are expanded.</param>
/// <param name="MaxExpandedFields">Fields of one operation once fragments are expanded.</param>
/// <param name="MaxIntrospectionListLevels">Introspection lists (fields, interfaces ...) inside one another.</param>
/// <param name="MaxDirectives">Directives in the whole document, as written.</param>
/// <param name="MaxDirectivesPerLocation">Directives on one field, fragment, operation or variable.</param>
/// <param name="MaxRootFields">Fields of the root type in one operation, once fragments are expanded.</param>
/// <param name="MaxIntrospectionFields">Of these, <c>__schema</c> and <c>__type</c>.</param>
/// <param name="MaxValidationSteps">Work of the rules that could otherwise grow faster than the document.</param>
public sealed record ValidationLimits(
    int MaxErrors,
    int MaxAliases,
    int MaxSelectionDepthLevels,
    int MaxExpandedFields,
    int MaxIntrospectionListLevels,
    int MaxDirectives,
    int MaxDirectivesPerLocation,
    int MaxRootFields,
    int MaxIntrospectionFields,
    int MaxValidationSteps
)
{
    /// <summary>For documents that clients send.</summary>
    public static ValidationLimits Request { get; } =
        new(
            Limits.MaxValidationErrors,
            Limits.MaxAliases,
            Limits.MaxSelectionDepthLevels,
            Limits.MaxExpandedFields,
            Limits.MaxIntrospectionListLevels,
            Limits.MaxDirectives,
            Limits.MaxDirectivesPerLocation,
            Limits.MaxRootFields,
            Limits.MaxIntrospectionFields,
            Limits.MaxValidationSteps
        );
}
