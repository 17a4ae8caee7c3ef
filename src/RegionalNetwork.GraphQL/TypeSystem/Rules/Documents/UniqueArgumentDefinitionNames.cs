using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Documents;

/// <summary>
/// The arguments of a field or directive have unique names.
/// https://spec.graphql.org/September2025/#sec-Objects.Type-Validation
/// </summary>
internal static class UniqueArgumentDefinitionNames
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        foreach (var node in definitions.Added)
        {
            if (node is DirectiveDefinitionNode directive)
            {
                Check("@" + directive.Name.Value, directive.Arguments, faults);
            }
            else if (node is TypeDefinitionNode type)
            {
                foreach (var field in TypeParts.Fields(type))
                {
                    Check($"{type.Name.Value}.{field.Name.Value}", field.Arguments, faults);
                }
            }
        }
    }

    private static void Check(string owner, IReadOnlyList<InputValueNode> arguments, List<SchemaFault> faults)
    {
        foreach (var group in arguments.Select(node => node.Name).GroupBy(name => name.Value).Where(IsRepeated))
        {
            faults.Add(SchemaFault.At($"Argument \"{owner}({group.Key}:)\" can only be defined once.", group));
        }
    }

    private static bool IsRepeated(IEnumerable<NameNode> group) => group.Skip(1).Any();
}
