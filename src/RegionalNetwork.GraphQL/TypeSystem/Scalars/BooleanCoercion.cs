using System.Buffers;
using System.Text.Json;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.TypeSystem.Scalars;

/// <summary>https://spec.graphql.org/September2025/#sec-Boolean. Values come in as <see cref="bool"/>.</summary>
internal sealed class BooleanCoercion : IScalarCoercion
{
    public object? CoerceLiteral(ValueNode literal) =>
        literal is BooleanValueNode flag ? flag.Value : throw NotBoolean(Printer.Print(literal));

    public object? CoerceVariable(JsonElement value) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw NotBoolean(Inspection.Of(value));

    public void WriteResult(object value, IBufferWriter<byte> output) => JsonText.Write(FromResult(value), output);

    private static bool FromResult(object value) =>
        value switch
        {
            bool flag => flag,
            _ when JsNumber.TryFrom(value, out var number) && double.IsFinite(number) => number != 0,
            _ => throw NotBoolean(Inspection.Of(value)),
        };

    private static CoercionException NotBoolean(string shown) =>
        new($"Boolean cannot represent a non boolean value: {shown}");
}
