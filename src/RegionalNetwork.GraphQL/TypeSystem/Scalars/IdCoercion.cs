using System.Buffers;
using System.Globalization;
using System.Text.Json;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.TypeSystem.Scalars;

/// <summary>https://spec.graphql.org/September2025/#sec-ID. Values come in as <see cref="string"/>, integers too.</summary>
internal sealed class IdCoercion : IScalarCoercion
{
    public object? CoerceLiteral(ValueNode literal) =>
        literal switch
        {
            StringValueNode text => text.Value,
            IntValueNode number => number.Text,
            _ => throw new CoercionException(
                $"ID cannot represent a non-string and non-integer value: {Printer.Print(literal)}"
            ),
        };

    public object? CoerceVariable(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => JsonText.Read(value),
            JsonValueKind.Number when value.TryGetInt64(out var number) => number.ToString(
                CultureInfo.InvariantCulture
            ),
            JsonValueKind.Number when double.IsInteger(value.GetDouble()) => JsNumber.ToText(value.GetDouble()),
            _ => throw NotIdentifier(Inspection.Of(value)),
        };

    public void WriteResult(object value, IBufferWriter<byte> output) => JsonText.Write(FromResult(value), output);

    private static string FromResult(object value) =>
        value switch
        {
            string text => text,
            int or long => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            Guid id => id.ToString(),
            _ when JsNumber.TryFrom(value, out var number) && double.IsInteger(number) => JsNumber.ToText(number),
            _ => throw NotIdentifier(Inspection.Of(value)),
        };

    private static CoercionException NotIdentifier(string shown) => new($"ID cannot represent value: {shown}");
}
