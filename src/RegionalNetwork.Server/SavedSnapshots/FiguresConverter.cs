using System.Text.Json;
using System.Text.Json.Serialization;
using RegionalNetwork.Domain.Returns;

namespace RegionalNetwork.Server.SavedSnapshots;

/// <summary>
/// Figures stand in JSON as places in a list, which is kept beside it as it is in memory: a hundred million of them are not to be
/// read as texts. Not for several documents at once.
/// </summary>
internal sealed class FiguresConverter : JsonConverter<ReturnFigures>
{
    /// <summary>Those of the document at hand.</summary>
    public List<ReturnFigures> Figures { get; } = [];

    public override ReturnFigures Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Figures[reader.GetInt32()];

    public override void Write(Utf8JsonWriter writer, ReturnFigures value, JsonSerializerOptions options)
    {
        writer.WriteNumberValue(Figures.Count);
        Figures.Add(value);
    }
}
