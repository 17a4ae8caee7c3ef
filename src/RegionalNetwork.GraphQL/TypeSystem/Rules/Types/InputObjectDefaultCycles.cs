using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Types;

/// <summary>
/// No default value of an input field needs itself to be complete.
/// https://spec.graphql.org/September2025/#InputObjectDefaultValueHasCycle()
/// </summary>
internal static class InputObjectDefaultCycles
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        var search = new Search(definitions, faults);
        foreach (var draft in definitions.Types.Values.Where(draft => draft.Main is InputObjectTypeNode))
        {
            search.VisitMissingFields(draft, new HashSet<string>(StringComparer.Ordinal));
        }
    }

    private sealed class Search(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        private readonly HashSet<InputValueNode> _visited = [];
        private readonly List<(string Coordinate, InputValueNode Field)> _path = [];

        /// <summary>Fields of an object value that the value leaves out take their defaults, and those are values again.</summary>
        public void VisitMissingFields(TypeDraft draft, HashSet<string> given)
        {
            foreach (var field in draft.InputFields.Where(field => !given.Contains(field.Name.Value)))
            {
                if (field.DefaultValue is { } value && definitions.Find(field.Type) is { } type)
                {
                    VisitDefault($"{draft.Name}.{field.Name.Value}", field, type, value);
                }
            }
        }

        private void VisitDefault(string coordinate, InputValueNode field, TypeDraft type, ValueNode value)
        {
            var start = _path.FindIndex(step => step.Field == field);
            if (start >= 0)
            {
                var circle = _path[start..];
                faults.Add(
                    SchemaFault.At(
                        $"The default value of {coordinate} needs itself through "
                            + $"{string.Join(", ", circle.Select(step => step.Coordinate))}. Give one of them a value that is complete.",
                        circle.Select(step => step.Field)
                    )
                );
                return;
            }

            if (_visited.Add(field))
            {
                _path.Add((coordinate, field));
                VisitValue(type, value);
                _path.RemoveAt(_path.Count - 1);
            }
        }

        private void VisitValue(TypeDraft type, ValueNode value)
        {
            foreach (var item in (value as ListValueNode)?.Values ?? [])
            {
                VisitValue(type, item);
            }

            if (value is not ObjectValueNode fields || type.Main is not InputObjectTypeNode)
            {
                return;
            }

            VisitMissingFields(type, fields.Fields.Select(field => field.Name.Value).ToHashSet(StringComparer.Ordinal));
            foreach (var field in fields.Fields)
            {
                var definition = type.InputFields.FirstOrDefault(other => other.Name.Value == field.Name.Value);
                if (definition is not null && definitions.Find(definition.Type) is { } fieldType)
                {
                    VisitValue(fieldType, field.Value);
                }
            }
        }
    }
}
