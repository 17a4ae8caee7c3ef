using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules;

/// <summary>All rules of https://spec.graphql.org/September2025/#sec-Type-System that a set of definitions must keep.</summary>
internal static class SchemaRules
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        foreach (var (_, check) in Documents.Concat(Types))
        {
            check(definitions, faults);
        }
    }

    /// <summary>Of the sources: names, references and directives.</summary>
    public static IReadOnlyList<(string Name, Action<SchemaDefinitions, List<SchemaFault>> Check)> Documents { get; } =
    [];

    /// <summary>Of the types that the sources make together.</summary>
    public static IReadOnlyList<(string Name, Action<SchemaDefinitions, List<SchemaFault>> Check)> Types { get; } = [];
}
