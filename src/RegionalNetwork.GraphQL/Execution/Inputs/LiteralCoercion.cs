using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Execution.Inputs;

/// <summary>A literal as a coerced value: https://spec.graphql.org/September2025/#sec-Coercing-Field-Arguments.</summary>
internal static class LiteralCoercion
{
    /// <returns>False where the literal, or a variable in it, does not fit the type.</returns>
    public static bool TryCoerce(GraphQLType type, ValueNode value, VariableValues variables, out object? result)
    {
        result = null;
        if (value is VariableNode variable)
        {
            // The variable's own type has been checked: its coerced value fits.
            return variables.TryGet(variable.Name.Value, out result) && !(result is null && type is NonNullType);
        }

        if (value is NullValueNode)
        {
            return type is not NonNullType;
        }

        return type switch
        {
            NonNullType nonNull => TryCoerce(nonNull.OfType, value, variables, out result),
            ListType list => TryCoerceList(list, value, variables, out result),
            InputObjectType input => TryCoerceObject(input, value, variables, out result),
            EnumType enumType => TryCoerceEnum(enumType, value, out result),
            ScalarType scalar => TryCoerceScalar(scalar, value, out result),
            _ => false,
        };
    }

    private static bool TryCoerceList(ListType type, ValueNode value, VariableValues variables, out object? result)
    {
        // A single value is a list of one.
        var values = value is ListValueNode list ? list.Values : [value];
        var items = new object?[values.Count];
        result = items;
        for (var i = 0; i < items.Length; i++)
        {
            var isMissing = values[i] is VariableNode variable && !variables.TryGet(variable.Name.Value, out _);
            if (isMissing ? type.OfType is NonNullType : !TryCoerce(type.OfType, values[i], variables, out items[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryCoerceObject(
        InputObjectType type,
        ValueNode value,
        VariableValues variables,
        out object? result
    )
    {
        var coerced = new Dictionary<string, object?>(StringComparer.Ordinal);
        result = coerced;
        if (value is not ObjectValueNode given)
        {
            return false;
        }

        foreach (var field in type.Fields.Values)
        {
            var fieldValue = given.Fields.FirstOrDefault(candidate => candidate.Name.Value == field.Name)?.Value;
            if (fieldValue is VariableNode variable && !variables.TryGet(variable.Name.Value, out _))
            {
                fieldValue = null;
            }

            if ((fieldValue ?? field.DefaultValue) is not { } chosen)
            {
                if (field.IsRequired)
                {
                    return false;
                }

                continue;
            }

            if (!TryCoerce(field.Type, chosen, variables, out var fieldResult))
            {
                return false;
            }

            coerced.Add(field.Name, fieldResult);
        }

        return !type.IsOneOf || (given.Fields.Count == 1 && coerced.Count == 1 && coerced.Values.Single() is not null);
    }

    private static bool TryCoerceEnum(EnumType type, ValueNode value, out object? result)
    {
        var name = (value as EnumValueNode)?.Value;
        result = name;
        return name is not null && type.Values.ContainsKey(name);
    }

    private static bool TryCoerceScalar(ScalarType type, ValueNode value, out object? result)
    {
        result = null;
        if (ArgumentCoercion.UsesVariables(value))
        {
            // A scalar's own list or object says nothing of the types within, so no variable can be checked against it.
            return false;
        }

        try
        {
            result = type.Coercion.CoerceLiteral(value);
            return true;
        }
        catch (CoercionException)
        {
            return false;
        }
    }
}
