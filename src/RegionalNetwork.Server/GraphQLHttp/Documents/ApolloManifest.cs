using System.Text.Json;

namespace RegionalNetwork.Server.GraphQLHttp.Documents;

/// <summary>
/// The manifest that Apollo's tools write: <c>{format, version, operations: [{id, name, type, body}]}</c>. A document is found by
/// its id; name and type are for people. https://www.apollographql.com/docs/graphos/platform/security/persisted-queries
/// </summary>
internal static class ApolloManifest
{
    private const int Version = 1;

    private static ReadOnlySpan<byte> Format => "apollo-persisted-query-manifest"u8;

    /// <exception cref="JsonException">It is not JSON.</exception>
    public static bool Is(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isFormat = reader.ValueTextEquals("format"u8);
            _ = reader.Read();
            if (isFormat && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(Format))
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    /// <param name="json">Of which <see cref="Is"/> holds.</param>
    /// <param name="faults">Gets a line for each entry that cannot be read.</param>
    /// <inheritdoc cref="Is"/>
    public static List<TrustedDocument> Read(string file, ReadOnlySpan<byte> json, List<string> faults)
    {
        var documents = new List<TrustedDocument>();
        var (hasVersion, hasOperations) = (false, false);
        var reader = new Utf8JsonReader(json);
        _ = reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isVersion = reader.ValueTextEquals("version"u8);
            var isOperations = reader.ValueTextEquals("operations"u8);
            _ = reader.Read();
            if (isVersion)
            {
                hasVersion =
                    reader.TokenType == JsonTokenType.Number
                    && reader.TryGetInt32(out var version)
                    && version == Version;
            }
            else if (isOperations && reader.TokenType == JsonTokenType.StartArray)
            {
                hasOperations = true;
                ReadOperations(file, json, ref reader, documents, faults);
            }

            reader.Skip();
        }

        _ = reader.Read();
        if (!hasVersion)
        {
            faults.Add($"{file}: must have \"version\": {Version}. Write it with a tool that knows this version.");
        }

        if (!hasOperations)
        {
            faults.Add($"{file}: must have a list \"operations\".");
        }

        return documents;
    }

    private static void ReadOperations(
        string file,
        ReadOnlySpan<byte> json,
        ref Utf8JsonReader reader,
        List<TrustedDocument> documents,
        List<string> faults
    )
    {
        var (line, counted) = (1, 0);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            line += json[counted..start].Count((byte)'\n');
            counted = start;
            if (ReadOperation(ref reader) is (var id, { } body) && id is { Length: > 0 })
            {
                documents.Add(new TrustedDocument(file, line, id, body));
            }
            else
            {
                faults.Add($"{file}:{line}: must be an operation with an \"id\" and a \"body\", both as text.");
            }
        }
    }

    /// <summary>Leaves the reader at the end of the operation, whatever that is.</summary>
    private static (string? Id, string? Body) ReadOperation(ref Utf8JsonReader reader)
    {
        var (id, body) = ((string?)null, (string?)null);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return (id, body);
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("id"u8);
            var isBody = reader.ValueTextEquals("body"u8);
            _ = reader.Read();
            var text = (isId || isBody) && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            (id, body) = (isId ? text : id, isBody ? text : body);
            reader.Skip();
        }

        return (id, body);
    }
}
