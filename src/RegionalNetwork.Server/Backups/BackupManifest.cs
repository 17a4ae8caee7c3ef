using System.Text.Json.Serialization;

namespace RegionalNetwork.Server.Backups;

/// <summary>What a backup holds: <c>manifest.json</c> in it.</summary>
/// <param name="Format">1.</param>
/// <param name="TakenAt">When it was begun; the journal holds everything that was acknowledged before.</param>
/// <param name="Position">Of the journal's last entry; 0 where there was none.</param>
/// <param name="Hash">Its hash in the chain, in hexadecimal digits.</param>
/// <param name="Files">Everything else in the backup.</param>
internal sealed record BackupManifest(
    int Format,
    DateTimeOffset TakenAt,
    long Position,
    string Hash,
    IReadOnlyList<BackupManifest.Content> Files
)
{
    public const int NewestFormat = 1;

    public const string Name = "manifest.json";

    /// <param name="Name">Where it is in a data folder, with <c>/</c>.</param>
    /// <param name="Bytes">Its length.</param>
    /// <param name="Sha256">In hexadecimal digits.</param>
    internal sealed record Content(string Name, long Bytes, string Sha256);
}

/// <summary>The JSON of a backup's list of contents: what was written once is read for ever.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJson : JsonSerializerContext;
