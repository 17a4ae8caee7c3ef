using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Execution.Inputs;

/// <summary>https://spec.graphql.org/September2025/#CoerceArgumentValues()</summary>
internal static class ArgumentCoercion
{
    /// <exception cref="ArgumentCoercionException">where the document was not validated, or a variable gave null.</exception>
    public static Dictionary<string, object?> Coerce(Field field, FieldNode node, VariableValues variables)
    {
        var coerced = new Dictionary<string, object?>(field.Arguments.Count, StringComparer.Ordinal);
        foreach (var argument in field.Arguments.Values)
        {
            var given = node.Arguments.FirstOrDefault(candidate => candidate.Name.Value == argument.Name)?.Value;
            if (given is null || IsMissing(given, variables))
            {
                UseDefault(argument, node, given, coerced);
                continue;
            }

            var isNull =
                given is NullValueNode
                || (
                    given is VariableNode variable
                    && variables.TryGet(variable.Name.Value, out var value)
                    && value is null
                );
            if (isNull && argument.Type is NonNullType)
            {
                throw new ArgumentCoercionException(
                    $"Argument \"{argument.Name}\" of non-null type \"{argument.Type}\" must not be null.",
                    given
                );
            }

            coerced[argument.Name] = LiteralCoercion.TryCoerce(argument.Type, given, variables, out var result)
                ? result
                : throw new ArgumentCoercionException(
                    $"Argument \"{argument.Name}\" has invalid value {Printer.Print(given)}.",
                    given
                );
        }

        return coerced;
    }

    public static bool UsesVariables(FieldNode node) => node.Arguments.Any(argument => UsesVariables(argument.Value));

    public static bool UsesVariables(ValueNode value) =>
        value switch
        {
            VariableNode => true,
            ListValueNode list => list.Values.Any(UsesVariables),
            ObjectValueNode fields => fields.Fields.Any(field => UsesVariables(field.Value)),
            _ => false,
        };

    private static bool IsMissing(ValueNode value, VariableValues variables) =>
        value is VariableNode variable && !variables.TryGet(variable.Name.Value, out _);

    private static void UseDefault(
        InputValue argument,
        FieldNode node,
        ValueNode? given,
        Dictionary<string, object?> coerced
    )
    {
        if (argument.DefaultValue is not null)
        {
            LiteralCoercion.TryCoerce(argument.Type, argument.DefaultValue, VariableValues.None, out var value);
            coerced[argument.Name] = value;
        }
        else if (argument.Type is NonNullType)
        {
            throw new ArgumentCoercionException(
                $"Argument \"{argument.Name}\" of required type \"{argument.Type}\" was "
                    + (
                        given is VariableNode variable
                            ? $"provided the variable \"${variable.Name.Value}\" which was not provided a runtime value."
                            : "not provided."
                    ),
                given is null ? node : given
            );
        }
    }
}

/// <summary>An argument's value does not fit; becomes the error of its field.</summary>
internal sealed class ArgumentCoercionException(string message, Node node) : Exception(message)
{
    /// <summary>The error's location.</summary>
    public Node Node { get; } = node;
}
