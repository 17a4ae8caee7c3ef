using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Types;

/// <summary>
/// What must be given cannot be deprecated: a client could not stop using it.
/// https://spec.graphql.org/September2025/#sec--deprecated
/// </summary>
internal static class DeprecatedIsOptional
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        foreach (var node in definitions.Directives.Values)
        {
            Check(node.Arguments, argument => $"Required argument @{node.Name.Value}({argument}:)", faults);
        }

        foreach (var draft in definitions.Types.Values)
        {
            Check(draft.InputFields, field => $"Required input field {draft.Name}.{field}", faults);
            foreach (var field in draft.Fields)
            {
                var owner = $"{draft.Name}.{field.Name.Value}";
                Check(field.Arguments, argument => $"Required argument {owner}({argument}:)", faults);
            }
        }
    }

    private static void Check(
        IEnumerable<InputValueNode> nodes,
        Func<string, string> describe,
        List<SchemaFault> faults
    )
    {
        foreach (var node in nodes.Where(TypeParts.IsRequired))
        {
            if (TypeParts.Deprecation(node.Directives) is { } deprecation)
            {
                faults.Add(
                    SchemaFault.At($"{describe(node.Name.Value)} cannot be deprecated.", deprecation, node.Type)
                );
            }
        }
    }
}
