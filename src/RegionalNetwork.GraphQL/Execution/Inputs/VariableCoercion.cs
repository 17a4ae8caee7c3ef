using System.Runtime.InteropServices;
using System.Text.Json;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Execution.Inputs;

/// <summary>A variable of an operation, its type and default looked up once.</summary>
/// <param name="Type">Null where the document was not validated and names no input type.</param>
internal sealed record VariableDefinition(
    VariableDefinitionNode Node,
    GraphQLType? Type,
    bool HasDefault,
    object? Default
)
{
    public string Name => Node.Variable.Name.Value;
}

/// <summary>https://spec.graphql.org/September2025/#CoerceVariableValues()</summary>
internal static class VariableCoercion
{
    /// <param name="errors">Request errors, if any; then the values are not to be used.</param>
    public static VariableValues Coerce(
        IReadOnlyList<VariableDefinition> definitions,
        JsonElement? given,
        ExecutionLimits limits,
        out IReadOnlyList<GraphQLError> errors
    )
    {
        errors = [];
        if (given is { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined })
        {
            given = null;
        }

        if (Refuse(given, limits) is { } refusal)
        {
            errors = [refusal];
            return VariableValues.None;
        }

        if (definitions.Count == 0)
        {
            return VariableValues.None;
        }

        var values = new VariableValues();
        var faults = new VariableFaults(limits.MaxErrors);
        foreach (var definition in definitions)
        {
            CoerceOne(definition, given, values, faults);
        }

        errors = faults.Errors;
        return values;
    }

    private static GraphQLError? Refuse(JsonElement? given, ExecutionLimits limits)
    {
        if (given is not { } json)
        {
            return null;
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            return new GraphQLError("Variables must be a JSON object.", [], null, null);
        }

        if (JsonMarshal.GetRawUtf8Value(json).Length > limits.MaxVariablesBytes)
        {
            return ErrorCodes.Limit(
                $"Variables are larger than {limits.MaxVariablesBytes} bytes. Send less at a time."
            );
        }

        return IsDeeper(json, limits.MaxVariablesDepth)
            ? ErrorCodes.Limit($"Variables are nested more than {limits.MaxVariablesDepth} levels deep.")
            : null;
    }

    private static bool IsDeeper(JsonElement json, int levels) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => levels == 0
                || json.EnumerateObject().Any(member => IsDeeper(member.Value, levels - 1)),
            JsonValueKind.Array => levels == 0 || json.EnumerateArray().Any(item => IsDeeper(item, levels - 1)),
            _ => false,
        };

    private static void CoerceOne(
        VariableDefinition definition,
        JsonElement? given,
        VariableValues values,
        VariableFaults faults
    )
    {
        if (definition.Type is null)
        {
            faults.Add(
                $"Variable \"${definition.Name}\" expected value of type \"{TypeText(definition.Node.Type)}\" "
                    + "which cannot be used as an input type.",
                definition.Node.Type
            );
        }
        else if (given is not { } json || !json.TryGetProperty(definition.Name, out var value))
        {
            if (definition.HasDefault)
            {
                values.Set(definition.Name, definition.Default);
            }
            else if (definition.Type is NonNullType)
            {
                faults.Add(
                    $"Variable \"${definition.Name}\" of required type \"{definition.Type}\" was not provided.",
                    definition.Node
                );
            }
        }
        else if (value.ValueKind == JsonValueKind.Null && definition.Type is NonNullType)
        {
            faults.Add(
                $"Variable \"${definition.Name}\" of non-null type \"{definition.Type}\" must not be null.",
                definition.Node
            );
        }
        else
        {
            values.Set(definition.Name, JsonCoercion.Coerce(definition, value, faults));
        }
    }

    private static string TypeText(TypeNode type) => type.Span.Source.Body[type.Span.Start..type.Span.End];
}

/// <summary>What is wrong with the variables of a request.</summary>
internal sealed class VariableFaults(int limit)
{
    private readonly List<GraphQLError> _errors = [];

    public IReadOnlyList<GraphQLError> Errors => _errors;

    public void Add(string message, Node node)
    {
        if (_errors.Count < limit)
        {
            _errors.Add(GraphQLError.At(message, node));
        }
        else if (_errors.Count == limit)
        {
            _errors.Add(
                ErrorCodes.Limit("Too many errors processing variables, error limit reached. Execution aborted.")
            );
        }
    }
}
