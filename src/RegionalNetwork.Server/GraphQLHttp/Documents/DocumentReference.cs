using System.Text.Json;

namespace RegionalNetwork.Server.GraphQLHttp.Documents;

/// <summary>The name of a document that the server may know already.</summary>
/// <param name="Id">
/// The SHA-256 of the document as lower-case hexadecimal (<see cref="DocumentHash"/>), or what a manifest of trusted documents
/// calls it.
/// </param>
internal sealed record DocumentReference(string Id)
{
    private const string HashPrefix = "sha256:";

    /// <summary>Of a SHA-256 in hexadecimal.</summary>
    private const int HashCharacters = 64;

    /// <summary>The version of Apollo's protocol that is spoken here.</summary>
    private const int Version = 1;

    /// <summary>From <c>documentId</c>: <c>sha256:HASH</c>, a hash, or an identifier of a manifest.</summary>
    public static DocumentReference FromDocumentId(string id) =>
        id.StartsWith(HashPrefix, StringComparison.Ordinal)
            ? new DocumentReference(id[HashPrefix.Length..].ToLowerInvariant())
            : new DocumentReference(id);

    /// <summary>From <c>extensions</c>: Apollo's <c>persistedQuery: {version: 1, sha256Hash}</c>.</summary>
    /// <param name="reference">Null where the extensions name no document.</param>
    /// <returns>A sentence on what is wrong, or null.</returns>
    public static string? FromExtensions(JsonElement? extensions, out DocumentReference? reference)
    {
        reference = null;
        if (
            extensions is not { ValueKind: JsonValueKind.Object } given
            || !given.TryGetProperty("persistedQuery"u8, out var named)
            || named.ValueKind == JsonValueKind.Null
        )
        {
            return null;
        }

        if (
            named.ValueKind != JsonValueKind.Object
            || !named.TryGetProperty("sha256Hash"u8, out var hash)
            || hash.ValueKind != JsonValueKind.String
        )
        {
            return "The extension persistedQuery must be an object with version and sha256Hash.";
        }

        if (
            !named.TryGetProperty("version"u8, out var version)
            || version.ValueKind != JsonValueKind.Number
            || !version.TryGetInt32(out var number)
            || number != Version
        )
        {
            return "The extension persistedQuery must have version 1: no other is known here.";
        }

        reference = new DocumentReference(AsHash(hash.GetString()!));
        return null;
    }

    /// <summary>Apollo's clients send whatever id a manifest gave; only of a hash the case does not matter.</summary>
    private static string AsHash(string id) =>
        id.Length == HashCharacters && id.All(char.IsAsciiHexDigit) ? id.ToLowerInvariant() : id;
}
