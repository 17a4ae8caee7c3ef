using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Types;

/// <summary>
/// There is a query root type; root types are object types and all different.
/// https://spec.graphql.org/September2025/#sec-Root-Operation-Types
/// </summary>
internal static class RootOperationTypes
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        if (definitions.RootType(OperationKind.Query) is null)
        {
            faults.Add(SchemaFault.At("Query root type must be provided.", definitions.SchemaNodes.Take(1)));
        }

        var objects = new List<(OperationKind Operation, string Name, Node Node)>();
        foreach (var operation in Enum.GetValues<OperationKind>())
        {
            if (definitions.RootType(operation) is not { } root || definitions.FindDefined(root.Name) is not { } draft)
            {
                continue;
            }

            if (draft.Main is ObjectTypeNode)
            {
                objects.Add((operation, root.Name, root.Node));
                continue;
            }

            var condition = operation == OperationKind.Query ? "" : " if provided";
            faults.Add(
                SchemaFault.At(
                    $"{operation} root type must be Object type{condition}, it cannot be {root.Name}.",
                    root.Node
                )
            );
        }

        foreach (var group in objects.GroupBy(root => root.Name).Where(group => group.Skip(1).Any()))
        {
            var operations = string.Join(" and ", group.Select(root => root.Operation.ToString().ToLowerInvariant()));
            faults.Add(
                SchemaFault.At(
                    $"All root types must be different, \"{group.Key}\" type is used as {operations} root types.",
                    group.Select(root => root.Node)
                )
            );
        }
    }
}
