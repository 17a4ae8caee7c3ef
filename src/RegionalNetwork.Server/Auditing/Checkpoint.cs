using System.Text.Json.Serialization;

namespace RegionalNetwork.Server.Auditing;

/// <summary>
/// How far the journal and the access log had come, to be kept where nobody who can write to the data folder can: one line of JSON.
/// </summary>
internal sealed record Checkpoint(DateTimeOffset TakenAt, Checkpoint.Head Journal, Checkpoint.Head AccessLog)
{
    /// <param name="Position">Of the last entry; 0 where there was none.</param>
    /// <param name="Hash">Its hash in hexadecimal digits.</param>
    /// <param name="At">Time of the last record of the access log.</param>
    internal sealed record Head(long Position, string Hash, DateTimeOffset? At);
}

/// <summary>The JSON of checkpoints: what was printed once is read for ever.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
)]
[JsonSerializable(typeof(Checkpoint))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
