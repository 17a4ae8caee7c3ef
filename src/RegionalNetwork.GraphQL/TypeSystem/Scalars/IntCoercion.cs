using System.Buffers;
using System.Globalization;
using System.Text.Json;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.TypeSystem.Scalars;

/// <summary>https://spec.graphql.org/September2025/#sec-Int. Values come in as <see cref="int"/>.</summary>
internal sealed class IntCoercion : IScalarCoercion
{
    public object? CoerceLiteral(ValueNode literal) =>
        literal is not IntValueNode number ? throw NotInteger(Printer.Print(literal))
        : int.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
        : throw OutOfRange(number.Text);

    public object? CoerceVariable(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            throw NotInteger(Inspection.Of(value));
        }

        return value.TryGetInt32(out var number) ? number : FromDouble(value.GetDouble(), Inspection.Of(value));
    }

    public void WriteResult(object value, IBufferWriter<byte> output) => JsonText.Write(FromResult(value), output);

    private static int FromResult(object value) =>
        value switch
        {
            int number => number,
            bool flag => flag ? 1 : 0,
            short or ushort or byte or sbyte => Convert.ToInt32(value, CultureInfo.InvariantCulture),
            long number => number is >= int.MinValue and <= int.MaxValue
                ? (int)number
                : throw OutOfRange(Inspection.Of(value)),
            string { Length: > 0 } text when JsNumber.TryParse(text, out var number) => FromDouble(
                number,
                Inspection.Of(value)
            ),
            _ when JsNumber.TryFrom(value, out var number) => FromDouble(number, Inspection.Of(value)),
            _ => throw NotInteger(Inspection.Of(value)),
        };

    private static int FromDouble(double number, string shown)
    {
        if (!double.IsInteger(number))
        {
            throw NotInteger(shown);
        }

        return number is >= int.MinValue and <= int.MaxValue ? (int)number : throw OutOfRange(shown);
    }

    private static CoercionException NotInteger(string shown) =>
        new($"Int cannot represent non-integer value: {shown}");

    private static CoercionException OutOfRange(string shown) =>
        new($"Int cannot represent non 32-bit signed integer value: {shown}");
}
