using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Documents;

/// <summary>
/// A directive that is not repeatable applies once to a definition and its extensions together.
/// https://spec.graphql.org/September2025/#sec-Object-Extensions.Type-Validation
/// </summary>
internal static class UniqueDirectivesPerLocation
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        var first = new Dictionary<(object Subject, string Name), DirectiveNode>();
        foreach (var site in definitions.Added.SelectMany(DirectiveSite.Of))
        {
            foreach (var node in site.Directives.Where(node => IsUnique(definitions, node)))
            {
                var key = (site.Subject, node.Name.Value);
                if (!first.TryAdd(key, node))
                {
                    faults.Add(
                        SchemaFault.At(
                            $"The directive \"@{node.Name.Value}\" can only be used once at this location.",
                            first[key],
                            node
                        )
                    );
                }
            }
        }
    }

    private static bool IsUnique(SchemaDefinitions definitions, DirectiveNode node) =>
        definitions.Directives.TryGetValue(node.Name.Value, out var definition) && !definition.IsRepeatable;
}
