using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Documents;

/// <summary>
/// A directive is given only arguments that it defines.
/// https://spec.graphql.org/September2025/#sec-Argument-Names
/// </summary>
internal static class KnownArgumentNamesOnDirectives
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        foreach (var node in definitions.AppliedDirectives)
        {
            if (!definitions.Directives.TryGetValue(node.Name.Value, out var definition))
            {
                continue;
            }

            var known = definition.Arguments.Select(argument => argument.Name.Value).ToList();
            foreach (var argument in node.Arguments.Where(argument => !known.Contains(argument.Name.Value)))
            {
                var name = argument.Name.Value;
                faults.Add(
                    SchemaFault.At(
                        $"Unknown argument \"{name}\" on directive \"@{node.Name.Value}\".{DidYouMean.Among(name, known)}",
                        argument
                    )
                );
            }
        }
    }
}
