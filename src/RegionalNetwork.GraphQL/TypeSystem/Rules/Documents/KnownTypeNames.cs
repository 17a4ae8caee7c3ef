using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Documents;

/// <summary>
/// Every type that is named is defined or built in.
/// https://spec.graphql.org/September2025/#sec-Schema
/// </summary>
internal static class KnownTypeNames
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        var known = definitions
            .Types.Values.Where(draft => draft.Definition is not null)
            .Select(draft => draft.Name)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var node in definitions.Added.SelectMany(TypeParts.NamedTypes))
        {
            var name = node.Name.Value;
            if (!known.Contains(name))
            {
                faults.Add(SchemaFault.At($"Unknown type \"{name}\".{DidYouMean.Among(name, known)}", node));
            }
        }
    }
}
