using RegionalNetwork.GraphQL.Validation.Protection;
using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Validation;

/// <summary>A rule by its name, ready to be applied to a document.</summary>
internal sealed record SpecifiedRule(string Name, Func<ValidationContext, IValidationRule> Create);

/// <summary>
/// Every rule of https://spec.graphql.org/September2025/#sec-Validation, and one that guards introspection. The order is that in
/// which the errors of one node are reported: what explains the others comes first.
/// </summary>
internal static class SpecifiedRules
{
    public static IReadOnlyList<SpecifiedRule> All { get; } =
    [
        new(nameof(ExecutableDefinitions), context => new ExecutableDefinitions(context)),
        new(nameof(OperationTypeExistence), context => new OperationTypeExistence(context)),
        new(nameof(UniqueOperationNames), context => new UniqueOperationNames(context)),
        new(nameof(LoneAnonymousOperation), context => new LoneAnonymousOperation(context)),
        new(nameof(SingleFieldSubscriptions), context => new SingleFieldSubscriptions(context)),
        new(nameof(KnownTypeNames), context => new KnownTypeNames(context)),
        new(nameof(FragmentsOnCompositeTypes), context => new FragmentsOnCompositeTypes(context)),
        new(nameof(VariablesAreInputTypes), context => new VariablesAreInputTypes(context)),
        new(nameof(ScalarLeafs), context => new ScalarLeafs(context)),
        new(nameof(FieldsOnCorrectType), context => new FieldsOnCorrectType(context)),
        new(nameof(UniqueFragmentNames), context => new UniqueFragmentNames(context)),
        new(nameof(KnownFragmentNames), context => new KnownFragmentNames(context)),
        new(nameof(NoUnusedFragments), context => new NoUnusedFragments(context)),
        new(nameof(PossibleFragmentSpreads), context => new PossibleFragmentSpreads(context)),
        new(nameof(NoFragmentCycles), context => new NoFragmentCycles(context)),
        new(nameof(UniqueVariableNames), context => new UniqueVariableNames(context)),
        new(nameof(NoUndefinedVariables), context => new NoUndefinedVariables(context)),
        new(nameof(NoUnusedVariables), context => new NoUnusedVariables(context)),
        new(nameof(KnownDirectives), context => new KnownDirectives(context)),
        new(nameof(UniqueDirectivesPerLocation), context => new UniqueDirectivesPerLocation(context)),
        new(nameof(KnownArgumentNames), context => new KnownArgumentNames(context)),
        new(nameof(UniqueArgumentNames), context => new UniqueArgumentNames(context)),
        new(nameof(ValuesOfCorrectType), context => new ValuesOfCorrectType(context)),
        new(nameof(ProvidedRequiredArguments), context => new ProvidedRequiredArguments(context)),
        new(nameof(VariablesInAllowedPosition), context => new VariablesInAllowedPosition(context)),
        new(nameof(OverlappingFieldsCanBeMerged), context => new OverlappingFieldsCanBeMerged(context)),
        new(nameof(UniqueInputFieldNames), context => new UniqueInputFieldNames(context)),
        new(nameof(MaxIntrospectionDepth), context => new MaxIntrospectionDepth(context)),
    ];
}
