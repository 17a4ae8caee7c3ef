using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Documents;

/// <summary>
/// A directive is given every argument that is non-null and has no default.
/// https://spec.graphql.org/September2025/#sec-Required-Arguments
/// </summary>
internal static class ProvidedRequiredArgumentsOnDirectives
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        foreach (var node in definitions.AppliedDirectives)
        {
            if (!definitions.Directives.TryGetValue(node.Name.Value, out var definition))
            {
                continue;
            }

            foreach (var argument in definition.Arguments.Where(TypeParts.IsRequired))
            {
                if (node.Arguments.All(given => given.Name.Value != argument.Name.Value))
                {
                    faults.Add(
                        SchemaFault.At(
                            $"Directive \"@{node.Name.Value}\" argument \"{argument.Name.Value}\" of type "
                                + $"\"{Language.Printer.Print(argument.Type)}\" is required, but it was not provided.",
                            node
                        )
                    );
                }
            }
        }
    }
}
