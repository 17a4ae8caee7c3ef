using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Types;

/// <summary>
/// A directive's definition does not use the directive itself, nor a type or directive that leads back to it.
/// https://spec.graphql.org/September2025/#sec-Type-System.Directives.Type-Validation
/// </summary>
internal static class DirectiveCycles
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        foreach (var node in definitions.Added.OfType<DirectiveDefinitionNode>())
        {
            if (Reaches(definitions, node))
            {
                faults.Add(
                    SchemaFault.At(
                        $"Directive \"@{node.Name.Value}\" must not reference itself, directly or through the types of its arguments.",
                        node
                    )
                );
            }
        }
    }

    private static bool Reaches(SchemaDefinitions definitions, DirectiveDefinitionNode start)
    {
        var seen = new HashSet<object>();
        var open = new Stack<TypeSystemNode>([start]);
        while (open.TryPop(out var node))
        {
            var directives = DirectiveSite
                .Of(node)
                .SelectMany(site => site.Directives)
                .Select(applied => definitions.Directives.GetValueOrDefault(applied.Name.Value));
            foreach (var directive in directives.OfType<DirectiveDefinitionNode>())
            {
                if (directive == start)
                {
                    return true;
                }

                Push(directive, [directive]);
            }

            foreach (var draft in TypeParts.InputValues(node).Select(value => definitions.Find(value.Type)))
            {
                Push(draft, draft?.Nodes ?? []);
            }
        }

        return false;

        void Push(object? key, IEnumerable<TypeSystemNode> nodes)
        {
            if (key is null || !seen.Add(key))
            {
                return;
            }

            foreach (var node in nodes)
            {
                open.Push(node);
            }
        }
    }
}
