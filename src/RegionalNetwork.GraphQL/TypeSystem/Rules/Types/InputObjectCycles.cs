using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Types;

/// <summary>
/// No input object needs itself: some field in every circle of references is nullable or a list.
/// https://spec.graphql.org/September2025/#sec-Input-Objects.Circular-References
/// </summary>
internal static class InputObjectCycles
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        var search = new Search(definitions, faults);
        foreach (var draft in definitions.Types.Values)
        {
            search.Visit(draft);
        }
    }

    private sealed class Search(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
        private readonly List<InputValueNode> _path = [];
        private readonly Dictionary<string, int> _pathStart = new(StringComparer.Ordinal);

        public void Visit(TypeDraft draft)
        {
            if (!_visited.Add(draft.Name))
            {
                return;
            }

            _pathStart[draft.Name] = _path.Count;
            foreach (var field in draft.InputFields)
            {
                if (
                    field.Type is NonNullTypeNode { Type: NamedTypeNode name }
                    && definitions.Find(name) is { Main: InputObjectTypeNode } next
                )
                {
                    _path.Add(field);
                    Follow(next);
                    _path.RemoveAt(_path.Count - 1);
                }
            }

            _pathStart.Remove(draft.Name);
        }

        private void Follow(TypeDraft next)
        {
            if (!_pathStart.TryGetValue(next.Name, out var start))
            {
                Visit(next);
                return;
            }

            var circle = _path[start..];
            var names = string.Join('.', circle.Select(field => field.Name.Value));
            faults.Add(
                SchemaFault.At(
                    $"Cannot reference Input Object \"{next.Name}\" within itself through a series of non-null fields: "
                        + $"\"{names}\".",
                    circle
                )
            );
        }
    }
}
