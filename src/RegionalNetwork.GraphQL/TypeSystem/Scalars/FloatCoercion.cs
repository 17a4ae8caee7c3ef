using System.Buffers;
using System.Globalization;
using System.Text.Json;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.TypeSystem.Scalars;

/// <summary>https://spec.graphql.org/September2025/#sec-Float. Values come in as <see cref="double"/>, always finite.</summary>
internal sealed class FloatCoercion : IScalarCoercion
{
    public object? CoerceLiteral(ValueNode literal) =>
        literal switch
        {
            IntValueNode number => Finite(Parse(number.Text), number.Text),
            FloatValueNode number => Finite(Parse(number.Text), number.Text),
            _ => throw NotNumeric(Printer.Print(literal)),
        };

    public object? CoerceVariable(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number
            ? Finite(value.GetDouble(), Inspection.Of(value))
            : throw NotNumeric(Inspection.Of(value));

    public void WriteResult(object value, IBufferWriter<byte> output) =>
        JsonText.Write(Finite(FromResult(value), Inspection.Of(value)), output);

    private static double FromResult(object value) =>
        value switch
        {
            double number => number,
            bool flag => flag ? 1 : 0,
            string { Length: > 0 } text when JsNumber.TryParse(text, out var number) => number,
            _ when JsNumber.TryFrom(value, out var number) => number,
            _ => throw NotNumeric(Inspection.Of(value)),
        };

    private static double Parse(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static double Finite(double number, string shown) =>
        double.IsFinite(number) ? number : throw NotNumeric(shown);

    private static CoercionException NotNumeric(string shown) =>
        new($"Float cannot represent non numeric value: {shown}");
}
