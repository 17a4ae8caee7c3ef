using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegionalNetwork.Server.SampleData.Facts;

/// <summary>A date as exactly as a document gives it: <c>2022-07-27</c>, <c>2022-03</c> or <c>2018</c>.</summary>
/// <param name="FirstDay">The day; of a month or a year, the first.</param>
/// <param name="Precision">Which of the three it was.</param>
[JsonConverter(typeof(Converter))]
internal readonly record struct KnownDate(DateOnly FirstDay, KnownPrecision Precision)
{
    /// <summary>As precise as the document: <c>27 July 2022</c>, <c>March 2022</c>, <c>2018</c>.</summary>
    public string InWords =>
        Precision switch
        {
            KnownPrecision.Day => $"{FirstDay:d MMMM yyyy}",
            KnownPrecision.Month => $"{FirstDay:MMMM yyyy}",
            _ => $"{FirstDay:yyyy}",
        };

    private static KnownDate? Parse(string text) =>
        Parse(text, "yyyy-MM-dd", KnownPrecision.Day)
        ?? Parse(text, "yyyy-MM", KnownPrecision.Month)
        ?? Parse(text, "yyyy", KnownPrecision.Year);

    private static KnownDate? Parse(string text, string format, KnownPrecision precision) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new KnownDate(day, precision)
            : null;

    internal sealed class Converter : JsonConverter<KnownDate>
    {
        public override KnownDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Parse(reader.GetString() ?? "") ?? throw new JsonException("Write a date as 2022-07-27, 2022-03 or 2022.");

        public override void Write(Utf8JsonWriter writer, KnownDate value, JsonSerializerOptions options) =>
            throw new NotSupportedException("The facts are read, never written.");
    }
}

internal enum KnownPrecision
{
    Day,
    Month,
    Year,
}
