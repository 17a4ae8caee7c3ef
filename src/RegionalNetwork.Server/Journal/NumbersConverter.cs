using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegionalNetwork.Server.Journal;

/// <summary>
/// Arrays of whole numbers, in the same JSON as the framework's own converter, but read several times faster: nearly all of a
/// vintage is such arrays, and a start reads every vintage.
/// </summary>
internal sealed class NumbersConverter : JsonConverter<int[]>
{
    private const int LengthAtFirst = 256;

    public override int[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("An array of numbers is wanted.");
        }

        var (numbers, count) = (new int[LengthAtFirst], 0);
        while (reader.Read() && reader.TokenType == JsonTokenType.Number)
        {
            if (count == numbers.Length)
            {
                Array.Resize(ref numbers, count * 2);
            }

            numbers[count++] = reader.GetInt32();
        }

        return reader.TokenType == JsonTokenType.EndArray
            ? numbers[..count]
            : throw new JsonException("An array of numbers holds something else.");
    }

    public override void Write(Utf8JsonWriter writer, int[] value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var number in value)
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
    }
}
