using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Documents;

/// <summary>
/// An input object value in a document gives each field at most once.
/// https://spec.graphql.org/September2025/#sec-Input-Object-Field-Uniqueness
/// </summary>
internal static class UniqueInputFieldNames
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        var values = definitions
            .AppliedDirectives.SelectMany(node => node.Arguments.Select(argument => argument.Value))
            .Concat(
                definitions
                    .Added.SelectMany(TypeParts.InputValues)
                    .Select(node => node.DefaultValue)
                    .OfType<ValueNode>()
            );
        foreach (var value in values)
        {
            Check(value, faults);
        }
    }

    private static void Check(ValueNode value, List<SchemaFault> faults)
    {
        foreach (var item in (value as ListValueNode)?.Values ?? [])
        {
            Check(item, faults);
        }

        var first = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var field in (value as ObjectValueNode)?.Fields ?? [])
        {
            var name = field.Name.Value;
            if (!first.TryAdd(name, field.Name))
            {
                faults.Add(
                    SchemaFault.At($"There can be only one input field named \"{name}\".", first[name], field.Name)
                );
            }

            Check(field.Value, faults);
        }
    }
}
