using System.Text.Json;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Tests.Conformance;
using RegionalNetwork.GraphQL.Tests.Execution;
using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.GraphQL.TypeSystem.BuiltIn;

namespace RegionalNetwork.GraphQL.Tests.SpecExamples;

/// <summary>
/// An example's schema over an example's data, as JSON: a field answers with the member of its name, a member
/// <c>{"error": message}</c> is a field that fails. A field with an argument <c>arg</c> answers with what it was given.
/// </summary>
internal static class ExampleData
{
    public static async Task<string> Answer(string sdl, string data, string query, string? variables)
    {
        var schema = SchemaBuilder.Build(sdl);
        var root = JsonElement.Parse(data);
        var test = new ExecutionTest(sdl, Map(schema)) { Context = new Root(root) };
        return await test.Run(query, variables);
    }

    private static ResolverMap Map(Schema schema)
    {
        var map = new ResolverMap();
        foreach (var type in schema.Types.Values.Where(type => !BuiltInNames.IsReserved(type.Name)))
        {
            if (type is InterfaceType or UnionType)
            {
                map.Abstract<object>(type.Name, value => ((JsonElement)value).GetProperty("__typename").GetString());
            }
            else if (type is ObjectType objectType)
            {
                map.Object<object>(type.Name, fields => Add(objectType, fields));
            }
        }

        return map;
    }

    private static void Add(ObjectType type, ObjectResolvers<object> fields)
    {
        foreach (var field in type.Fields.Values)
        {
            if (field.Arguments.ContainsKey("arg"))
            {
                fields.Field<IReadOnlyDictionary<string, object?>, object?>(
                    field.Name,
                    (_, given, _) => ArgumentText.Of(JsonSerializer.SerializeToElement(given))
                );
            }
            else if (field.Arguments.Count > 0)
            {
                fields.Field<IReadOnlyDictionary<string, object?>, object?>(
                    field.Name,
                    (parent, _, context) => Value(Member(parent, field.Name, context))
                );
            }
            else
            {
                fields.Field(field.Name, (parent, context) => Value(Member(parent, field.Name, context)));
            }
        }
    }

    private static JsonElement Member(object parent, string name, ResolverContext context)
    {
        var fields = parent is JsonElement element ? element : context.Request<Root>().Data;
        return fields.TryGetProperty(name, out var member) ? member : default;
    }

    private static object? Value(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().Select(Value).ToList(),
            JsonValueKind.Object when value.TryGetProperty("error", out var message) => throw new GraphQLFieldException(
                message.GetString()!,
                null
            ),
            JsonValueKind.Object => value,
            _ => PassThroughScalar.Instance.CoerceVariable(value),
        };

    private sealed record Root(JsonElement Data);
}
