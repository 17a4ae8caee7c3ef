using System.Buffers;
using System.Globalization;
using System.Text.Json;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.TypeSystem.Scalars;

/// <summary>
/// A custom scalar that nobody gave a coercion: any value passes. In it comes as null, <see cref="bool"/>, <see cref="string"/>,
/// <see cref="long"/>, <see cref="double"/>, a list of these or a dictionary of these by name.
/// </summary>
public sealed class PassThroughCoercion : IScalarCoercion
{
    public static PassThroughCoercion Instance { get; } = new();

    public object? CoerceLiteral(ValueNode literal) =>
        literal switch
        {
            IntValueNode number when long.TryParse(number.Text, CultureInfo.InvariantCulture, out var value) => value,
            IntValueNode number => double.Parse(number.Text, CultureInfo.InvariantCulture),
            FloatValueNode number => double.Parse(number.Text, CultureInfo.InvariantCulture),
            StringValueNode text => text.Value,
            EnumValueNode name => name.Value,
            BooleanValueNode flag => flag.Value,
            ListValueNode list => list.Values.Select(CoerceLiteral).ToList(),
            ObjectValueNode fields => FromFields(fields),
            NullValueNode => null,
            _ => throw new CoercionException("A variable cannot stand inside a value of a custom scalar."),
        };

    public object? CoerceVariable(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
            JsonValueKind.String => JsonText.Read(value),
            JsonValueKind.Number when value.TryGetInt64(out var number) => number,
            JsonValueKind.Number => value.GetDouble(),
            JsonValueKind.Array => value.EnumerateArray().Select(CoerceVariable).ToList(),
            _ => FromMembers(value),
        };

    public void WriteResult(object value, IBufferWriter<byte> output)
    {
        switch (value)
        {
            case string text:
                JsonText.Write(text, output);
                break;
            case bool flag:
                JsonText.Write(flag, output);
                break;
            case int number:
                JsonText.Write(number, output);
                break;
            default:
                using (var writer = new Utf8JsonWriter(output))
                {
                    JsonSerializer.Serialize(writer, value);
                }

                break;
        }
    }

    private Dictionary<string, object?> FromFields(ObjectValueNode node)
    {
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in node.Fields)
        {
            fields[field.Name.Value] = CoerceLiteral(field.Value);
        }

        return fields;
    }

    private Dictionary<string, object?> FromMembers(JsonElement value)
    {
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            fields[member.Name] = CoerceVariable(member.Value);
        }

        return fields;
    }
}
