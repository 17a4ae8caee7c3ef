using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Documents;

/// <summary>
/// A document must include at most one schema definition.
/// https://spec.graphql.org/September2025/#sec-Root-Operation-Types
/// </summary>
internal static class LoneSchemaDefinition
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        var isExtending = definitions.Base is { } existing && HasSchema(existing);
        var written = definitions.Added.OfType<SchemaNode>().Where(node => !node.IsExtension).ToList();
        foreach (var node in isExtending ? written : written.Skip(1))
        {
            faults.Add(
                SchemaFault.At(
                    isExtending
                        ? "Cannot define a new schema within a schema extension."
                        : "Must provide only one schema definition.",
                    node
                )
            );
        }
    }

    private static bool HasSchema(SchemaDefinitions definitions) =>
        definitions.SchemaDefinition is not null
        || Enum.GetValues<OperationKind>().Any(operation => definitions.RootType(operation) is not null);
}
