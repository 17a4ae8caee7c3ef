using System.Text.Json;
using System.Text.Json.Serialization;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Returns;

namespace RegionalNetwork.Server.SavedSnapshots;

/// <summary>The JSON in a saved snapshot. No other build of the program reads it, so it needs no upcasts.</summary>
[JsonSerializable(typeof(BoardState))]
[JsonSerializable(typeof(VintageImported))]
[JsonSerializable(typeof(StatementsRecorded))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class SavedJson : JsonSerializerContext
{
    /// <summary>What is computed of other properties is not written.</summary>
    public static SavedJson With(FiguresConverter figures) =>
        new(
            new JsonSerializerOptions
            {
                IgnoreReadOnlyProperties = true,
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                Converters = { figures },
            }
        );
}
