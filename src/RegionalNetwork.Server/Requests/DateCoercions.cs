using System.Buffers;
using System.Globalization;
using System.Text.Json;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.Server.Requests;

/// <summary><c>Date</c>: <c>2022-03-31</c>.</summary>
internal sealed class DateCoercion : IScalarCoercion<DateOnly>
{
    private const string Format = "yyyy-MM-dd";

    public object? CoerceLiteral(ValueNode literal) =>
        literal is StringValueNode text ? Parse(text.Value) : throw NotADate();

    public object? CoerceVariable(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? Parse(value.GetString()!) : throw NotADate();

    public void WriteResult(object value, IBufferWriter<byte> output) => WriteResult((DateOnly)value, output);

    public void WriteResult(DateOnly value, IBufferWriter<byte> output) => JsonText.Write(value, Format, output);

    private static DateOnly Parse(string text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw NotADate();

    private static CoercionException NotADate() =>
        new("Date cannot represent this value. Give a day as \"2022-03-31\".");
}

/// <summary><c>DateTime</c>: <c>2022-03-31T09:30:00Z</c>, always in UTC.</summary>
internal sealed class DateTimeCoercion : IScalarCoercion<DateTimeOffset>
{
    private const string Format = "yyyy-MM-ddTHH:mm:ssZ";

    public object? CoerceLiteral(ValueNode literal) =>
        literal is StringValueNode text ? Parse(text.Value) : throw NotAMoment();

    public object? CoerceVariable(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? Parse(value.GetString()!) : throw NotAMoment();

    public void WriteResult(object value, IBufferWriter<byte> output) => WriteResult((DateTimeOffset)value, output);

    public void WriteResult(DateTimeOffset value, IBufferWriter<byte> output) =>
        JsonText.Write(value.UtcDateTime, Format, output);

    private static DateTimeOffset Parse(string text) =>
        DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var moment
        )
            ? moment
            : throw NotAMoment();

    private static CoercionException NotAMoment() =>
        new("DateTime cannot represent this value. Give a moment as \"2022-03-31T09:30:00Z\".");
}

internal static class JsonText
{
    private const int FormattedBytesMax = 64;

    /// <summary>A value whose text needs no escaping, between quotation marks.</summary>
    public static void Write<T>(T value, string format, IBufferWriter<byte> output)
        where T : IUtf8SpanFormattable
    {
        var bytes = output.GetSpan(FormattedBytesMax);
        bytes[0] = (byte)'"';
        _ = value.TryFormat(bytes[1..], out var written, format, CultureInfo.InvariantCulture);
        bytes[written + 1] = (byte)'"';
        output.Advance(written + 2);
    }
}
