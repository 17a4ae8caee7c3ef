using System.Buffers;
using System.Globalization;
using System.Text.Json;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.TypeSystem.Scalars;

/// <summary>https://spec.graphql.org/September2025/#sec-String. Values come in as <see cref="string"/>.</summary>
internal sealed class StringCoercion : IScalarCoercion
{
    public object? CoerceLiteral(ValueNode literal) =>
        literal is StringValueNode text ? text.Value : throw NotString(Printer.Print(literal));

    public object? CoerceVariable(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? JsonText.Read(value) : throw NotString(Inspection.Of(value));

    public void WriteResult(object value, IBufferWriter<byte> output) => JsonText.Write(FromResult(value), output);

    private static string FromResult(object value) =>
        value switch
        {
            string text => text,
            bool flag => flag ? "true" : "false",
            int or long => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            _ when JsNumber.TryFrom(value, out var number) && double.IsFinite(number) => JsNumber.ToText(number),
            _ => throw new CoercionException($"String cannot represent value: {Inspection.Of(value)}"),
        };

    private static CoercionException NotString(string shown) =>
        new($"String cannot represent a non string value: {shown}");
}
