using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Documents;

/// <summary>
/// A directive is given each argument at most once.
/// https://spec.graphql.org/September2025/#sec-Argument-Uniqueness
/// </summary>
internal static class UniqueArgumentNames
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        foreach (var node in definitions.AppliedDirectives)
        {
            foreach (var group in node.Arguments.Select(argument => argument.Name).GroupBy(name => name.Value))
            {
                if (group.Count() > 1)
                {
                    faults.Add(SchemaFault.At($"There can be only one argument named \"{group.Key}\".", group));
                }
            }
        }
    }
}
