using System.Text.Json;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.GraphQL.TypeSystem.Scalars;

namespace RegionalNetwork.GraphQL.Execution.Inputs;

/// <summary>A variable's JSON as a coerced value, with every fault in it.</summary>
internal sealed class JsonCoercion
{
    private readonly VariableDefinition _variable;
    private readonly VariableFaults _faults;
    private readonly List<string> _path = [];

    private JsonCoercion(VariableDefinition variable, VariableFaults faults)
    {
        _variable = variable;
        _faults = faults;
    }

    public static object? Coerce(VariableDefinition variable, JsonElement value, VariableFaults faults) =>
        new JsonCoercion(variable, faults).Coerce(variable.Type!, value);

    private object? Coerce(GraphQLType type, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return type is NonNullType nonNull
                ? Fault(value, $"Expected non-nullable type \"{nonNull}\" not to be null.")
                : null;
        }

        return type switch
        {
            NonNullType nonNull => Coerce(nonNull.OfType, value),
            ListType list => CoerceList(list, value),
            InputObjectType input => CoerceObject(input, value),
            EnumType enumType => CoerceEnum(enumType, value),
            _ => CoerceScalar((ScalarType)type, value),
        };
    }

    private object?[] CoerceList(ListType type, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return [Coerce(type.OfType, value)];
        }

        var items = new object?[value.GetArrayLength()];
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            items[index] = At($"[{index}]", type.OfType, item);
            index++;
        }

        return items;
    }

    private object? CoerceObject(InputObjectType type, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return Fault(value, $"Expected type \"{type}\" to be an object.");
        }

        var coerced = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in type.Fields.Values)
        {
            if (value.TryGetProperty(field.Name, out var given))
            {
                coerced.Add(field.Name, At($".{field.Name}", field.Type, given));
            }
            else if (field.DefaultValue is not null)
            {
                LiteralCoercion.TryCoerce(field.Type, field.DefaultValue, VariableValues.None, out var fallback);
                coerced.Add(field.Name, fallback);
            }
            else if (field.IsRequired)
            {
                Fault(value, $"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");
            }
        }

        foreach (var member in value.EnumerateObject().Where(member => !type.Fields.ContainsKey(member.Name)))
        {
            var near = DidYouMean.Among(member.Name, type.Fields.Keys);
            Fault(value, $"Field \"{member.Name}\" is not defined by type \"{type}\".{near}");
        }

        CheckOneOf(type, value, coerced);
        return coerced;
    }

    private void CheckOneOf(InputObjectType type, JsonElement value, Dictionary<string, object?> coerced)
    {
        if (!type.IsOneOf)
        {
            return;
        }

        if (coerced.Count != 1)
        {
            Fault(value, $"Exactly one key must be specified for OneOf type \"{type}\".");
        }

        var name = type.Fields.Keys.FirstOrDefault(coerced.ContainsKey);
        if (name is not null && value.TryGetProperty(name, out var given) && given.ValueKind == JsonValueKind.Null)
        {
            _path.Add($".{name}");
            Fault(given, $"Field \"{name}\" must be non-null.");
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private object? CoerceEnum(EnumType type, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            var shown = Inspection.Of(value);
            return Fault(
                value,
                $"Enum \"{type}\" cannot represent non-string value: {shown}.{Suggestion(shown, type)}"
            );
        }

        var name = value.GetString()!;
        return type.Values.ContainsKey(name)
            ? name
            : Fault(value, $"Value \"{name}\" does not exist in \"{type}\" enum.{Suggestion(name, type)}");
    }

    private static string Suggestion(string text, EnumType type) =>
        DidYouMean.Say("the enum value", DidYouMean.Suggest(text, type.Values.Keys));

    private object? CoerceScalar(ScalarType type, JsonElement value)
    {
        try
        {
            return type.Coercion.CoerceVariable(value);
        }
        catch (CoercionException exception)
        {
            return Fault(value, exception.Message);
        }
    }

    private object? At(string step, GraphQLType type, JsonElement value)
    {
        _path.Add(step);
        var coerced = Coerce(type, value);
        _path.RemoveAt(_path.Count - 1);
        return coerced;
    }

    private object? Fault(JsonElement value, string message)
    {
        var at = _path.Count == 0 ? "" : $" at \"{_variable.Name}{string.Concat(_path)}\"";
        _faults.Add(
            $"Variable \"${_variable.Name}\" got invalid value {Inspection.Of(value)}{at}; {message}",
            _variable.Node
        );
        return null;
    }
}
