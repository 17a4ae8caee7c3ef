using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Documents;

/// <summary>
/// Directives are defined, and stand only where they are declared to belong.
/// https://spec.graphql.org/September2025/#sec-Type-System.Directives
/// </summary>
internal static class KnownDirectives
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        foreach (var site in definitions.Added.SelectMany(DirectiveSite.Of))
        {
            var location = site.Location.Name();
            foreach (var node in site.Directives)
            {
                var name = node.Name.Value;
                if (!definitions.Directives.TryGetValue(name, out var definition))
                {
                    faults.Add(SchemaFault.At($"Unknown directive \"@{name}\".", node));
                }
                else if (definition.Locations.All(allowed => allowed.Value != location))
                {
                    faults.Add(SchemaFault.At($"Directive \"@{name}\" may not be used on {location}.", node));
                }
            }
        }
    }
}
