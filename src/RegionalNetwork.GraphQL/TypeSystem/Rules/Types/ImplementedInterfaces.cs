using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Types;

/// <summary>
/// What a type says to implement are interfaces, each once, with all that those implement themselves.
/// https://spec.graphql.org/September2025/#sec-Interfaces.Type-Validation
/// </summary>
internal static class ImplementedInterfaces
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        foreach (var draft in definitions.Types.Values)
        {
            foreach (var group in draft.Interfaces.GroupBy(name => name.Name.Value))
            {
                if (definitions.FindDefined(group.Key) is { } face)
                {
                    Check(definitions, draft, face, [.. group], faults);
                }
            }
        }
    }

    private static void Check(
        SchemaDefinitions definitions,
        TypeDraft type,
        TypeDraft face,
        IReadOnlyList<NamedTypeNode> places,
        List<SchemaFault> faults
    )
    {
        if (face.Main is not InterfaceTypeNode)
        {
            faults.Add(
                SchemaFault.At(
                    $"Type {type.Name} must only implement Interface types, it cannot implement {face.Name}.",
                    places
                )
            );
            return;
        }

        if (type == face)
        {
            faults.Add(
                SchemaFault.At(
                    $"Type {type.Name} cannot implement itself because it would create a circular reference.",
                    places
                )
            );
            return;
        }

        if (places.Count > 1)
        {
            faults.Add(SchemaFault.At($"Type {type.Name} can only implement {face.Name} once.", places));
        }

        CheckAncestors(definitions, type, face, places, faults);
    }

    private static void CheckAncestors(
        SchemaDefinitions definitions,
        TypeDraft type,
        TypeDraft face,
        IReadOnlyList<NamedTypeNode> places,
        List<SchemaFault> faults
    )
    {
        var own = type.Interfaces.Select(name => name.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var group in face.Interfaces.GroupBy(name => name.Name.Value).Where(group => !own.Contains(group.Key)))
        {
            if (definitions.FindDefined(group.Key) is { } ancestor)
            {
                faults.Add(
                    SchemaFault.At(
                        ancestor == type
                            ? $"Type {type.Name} cannot implement {face.Name} because it would create a circular reference."
                            : $"Type {type.Name} must implement {group.Key} because it is implemented by {face.Name}.",
                        group.Concat(places)
                    )
                );
            }
        }
    }
}
