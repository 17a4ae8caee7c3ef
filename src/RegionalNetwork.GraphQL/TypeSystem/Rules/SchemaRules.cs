using RegionalNetwork.GraphQL.TypeSystem.Building;
using RegionalNetwork.GraphQL.TypeSystem.Rules.Documents;
using RegionalNetwork.GraphQL.TypeSystem.Rules.Types;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules;

/// <summary>A rule of the type system: adds a fault for everything that breaks it.</summary>
internal delegate void SchemaRule(SchemaDefinitions definitions, List<SchemaFault> faults);

/// <summary>All rules of https://spec.graphql.org/September2025/#sec-Type-System that a set of definitions must keep.</summary>
internal static class SchemaRules
{
    /// <summary>Of the sources: names, references and directives.</summary>
    public static IReadOnlyList<SchemaRule> Documents { get; } =
    [
        LoneSchemaDefinition.Check,
        UniqueOperationTypes.Check,
        UniqueTypeNames.Check,
        UniqueEnumValueNames.Check,
        UniqueFieldDefinitionNames.Check,
        UniqueArgumentDefinitionNames.Check,
        UniqueDirectiveNames.Check,
        KnownTypeNames.Check,
        KnownDirectives.Check,
        UniqueDirectivesPerLocation.Check,
        PossibleTypeExtensions.Check,
        KnownArgumentNamesOnDirectives.Check,
        UniqueArgumentNames.Check,
        UniqueInputFieldNames.Check,
        ProvidedRequiredArgumentsOnDirectives.Check,
    ];

    /// <summary>Of the types that the sources make together.</summary>
    public static IReadOnlyList<SchemaRule> Types { get; } =
    [
        RootOperationTypes.Check,
        ReservedNames.Check,
        TypesHaveMembers.Check,
        InputAndOutputTypes.Check,
        DeprecatedIsOptional.Check,
        UnionMembers.Check,
        ImplementedInterfaces.Check,
        ValidImplementations.Check,
        OneOfInputObjects.Check,
        InputObjectCycles.Check,
        InputObjectDefaultCycles.Check,
        DirectiveCycles.Check,
    ];

    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        foreach (var rule in Documents.Concat(Types))
        {
            rule(definitions, faults);
        }
    }
}
