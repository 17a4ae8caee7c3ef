using System.Text;
using System.Text.Json;

namespace RegionalNetwork.Server.GraphQLHttp.Documents;

/// <summary>
/// Reads <c>*.graphql</c>, a document each, and <c>*.json</c>, a manifest <c>{name: document}</c> as GraphQL Code Generator and
/// relay-compiler write it, or Apollo's (<see cref="ApolloManifest"/>).
/// </summary>
internal static class TrustedDocumentFiles
{
    private const string DocumentExtension = ".graphql";
    private const string ManifestExtension = ".json";

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <param name="faults">Gets a line for each file or entry that cannot be read.</param>
    public static IEnumerable<TrustedDocument> Read(FileSystemInfo source, List<string> faults) =>
        source is DirectoryInfo folder
            ? folder
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .Where(file => file.Extension is DocumentExtension or ManifestExtension)
                .OrderBy(file => file.FullName, StringComparer.Ordinal)
                .SelectMany(file => ReadFile(file, faults))
            : ReadFile((FileInfo)source, faults);

    private static List<TrustedDocument> ReadFile(FileInfo file, List<string> faults)
    {
        if (file.Length > HttpLimits.TrustedDocumentFileBytes)
        {
            faults.Add($"{file.FullName}: is larger than {HttpLimits.TrustedDocumentFileBytes} bytes. Split it.");
            return [];
        }

        var bytes = File.ReadAllBytes(file.FullName).AsMemory();
        if (bytes.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        try
        {
            return file.Extension == ManifestExtension
                ? ReadManifest(file.FullName, bytes.Span, faults)
                : [new TrustedDocument(file.FullName, null, null, StrictUtf8.GetString(bytes.Span))];
        }
        catch (JsonException fault)
        {
            faults.Add(
                $"{file.FullName}:{fault.LineNumber + 1}: is not JSON from byte {fault.BytePositionInLine + 1} on."
            );
        }
        catch (Exception fault) when (fault is DecoderFallbackException or InvalidOperationException)
        {
            faults.Add($"{file.FullName}: is not UTF-8 throughout.");
        }

        return [];
    }

    private static List<TrustedDocument> ReadManifest(string file, ReadOnlySpan<byte> json, List<string> faults)
    {
        if (ApolloManifest.Is(json))
        {
            return ApolloManifest.Read(file, json, faults);
        }

        var documents = new List<TrustedDocument>();
        var reader = new Utf8JsonReader(json);
        _ = reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            faults.Add($"{file}:1: must be one JSON object of names and documents.");
            return documents;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var line = json[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1;
            var name = reader.GetString()!;
            _ = reader.Read();
            if (reader.TokenType == JsonTokenType.String)
            {
                documents.Add(new TrustedDocument(file, line, name, reader.GetString()!));
                continue;
            }

            faults.Add($"{file}:{line} ({name}): must be the text of a document.");
            reader.Skip();
        }

        _ = reader.Read();
        return documents;
    }
}
