using System.Collections;
using System.Text.Json.Nodes;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Tests.Conformance;

/// <summary>Writes a syntax tree in the shape of the reference implementation, to compare the two.</summary>
internal static class TreeAsJson
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        [nameof(IntValueNode)] = "IntValue",
        [nameof(FloatValueNode)] = "FloatValue",
        [nameof(NullValueNode)] = "NullValue",
        [nameof(ScalarTypeNode)] = "ScalarType",
        [nameof(ObjectTypeNode)] = "ObjectType",
        [nameof(InterfaceTypeNode)] = "InterfaceType",
        [nameof(UnionTypeNode)] = "UnionType",
        [nameof(EnumTypeNode)] = "EnumType",
        [nameof(InputObjectTypeNode)] = "InputObjectType",
        [nameof(InputValueNode)] = "InputValueDefinition",
        [nameof(OperationTypeNode)] = "OperationTypeDefinition",
    };

    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "Span",
        "IsExtension",
        "IsShorthand",
        "ResponseName",
        "EqualityContract",
    };

    public static JsonObject Of(Node node)
    {
        var json = new JsonObject { ["kind"] = KindOf(node) };
        foreach (var property in node.GetType().GetProperties().Where(property => !Skipped.Contains(property.Name)))
        {
            if (Value(property.GetValue(node)) is { } value)
            {
                json[PropertyName(property.Name)] = value;
            }
        }

        json["loc"] = new JsonObject { ["start"] = node.Span.Start, ["end"] = node.Span.End };
        return json;
    }

    /// <summary>Removes from the tree what the case does not state: locations under <c>noLocation</c>, absent descriptions.</summary>
    public static void AlignLocations(JsonNode? expected, JsonNode? actual)
    {
        if (expected is JsonObject one && actual is JsonObject other)
        {
            if (!one.ContainsKey("loc"))
            {
                other.Remove("loc");
            }

            // Empty lists that one of the two leaves out: extensions have none of what they do not add, and the
            // reference keeps a place for directives on directive definitions, which are no part of the edition.
            RemoveEmptyListsMissingIn(one, other);
            RemoveEmptyListsMissingIn(other, one);
            foreach (var (name, value) in one)
            {
                AlignLocations(value, other[name]);
            }
        }
        else if (expected is JsonArray list && actual is JsonArray otherList)
        {
            for (var i = 0; i < Math.Min(list.Count, otherList.Count); i++)
            {
                AlignLocations(list[i], otherList[i]);
            }
        }
    }

    private static void RemoveEmptyListsMissingIn(JsonObject one, JsonObject other)
    {
        foreach (
            var name in other
                .Where(member => member.Value is JsonArray { Count: 0 })
                .Select(member => member.Key)
                .ToList()
        )
        {
            if (!one.ContainsKey(name))
            {
                other.Remove(name);
            }
        }
    }

    private static string KindOf(Node node)
    {
        var clrName = node.GetType().Name;
        var kind = Kinds.GetValueOrDefault(clrName, clrName[..^"Node".Length]);
        return node switch
        {
            EnumValueDefinitionNode => "EnumValueDefinition",
            SchemaNode schema => schema.IsExtension ? "SchemaExtension" : "SchemaDefinition",
            TypeDefinitionNode type => kind + (type.IsExtension ? "Extension" : "Definition"),
            _ => kind,
        };
    }

    private static string PropertyName(string name) =>
        name switch
        {
            "IsBlock" => "block",
            "IsRepeatable" => "repeatable",
            "Text" => "value",
            _ => char.ToLowerInvariant(name[0]) + name[1..],
        };

    private static JsonNode? Value(object? value) =>
        value switch
        {
            null => null,
            Node node => Of(node),
            string text => JsonValue.Create(text),
            bool flag => JsonValue.Create(flag),
            OperationKind operation => JsonValue.Create(operation.ToString().ToLowerInvariant()),
            IEnumerable list => new JsonArray([.. list.Cast<Node>().Select(item => (JsonNode)Of(item))]),
            _ => throw new InvalidOperationException($"No JSON for {value.GetType()}."),
        };
}
