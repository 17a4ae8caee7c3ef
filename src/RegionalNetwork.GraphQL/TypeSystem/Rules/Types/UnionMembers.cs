using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Types;

/// <summary>
/// A union's members are object types, each once.
/// https://spec.graphql.org/September2025/#sec-Unions.Type-Validation
/// </summary>
internal static class UnionMembers
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        foreach (var draft in definitions.Types.Values)
        {
            foreach (var group in draft.UnionMembers.GroupBy(member => member.Name.Value))
            {
                if (definitions.FindDefined(group.Key) is { } member && member.Main is not ObjectTypeNode)
                {
                    faults.Add(
                        SchemaFault.At(
                            $"Union type {draft.Name} can only include Object types, it cannot include {group.Key}.",
                            group
                        )
                    );
                }

                if (group.Skip(1).Any())
                {
                    faults.Add(
                        SchemaFault.At($"Union type {draft.Name} can only include type {group.Key} once.", group)
                    );
                }
            }
        }
    }
}
