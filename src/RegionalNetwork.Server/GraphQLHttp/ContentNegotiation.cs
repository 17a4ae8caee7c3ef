using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace RegionalNetwork.Server.GraphQLHttp;

/// <summary>In what form a caller wants the answer. https://graphql.github.io/graphql-over-http/draft/#sec-Accept</summary>
internal enum ResponseFormat
{
    /// <summary>Nothing that this endpoint can write.</summary>
    None,

    /// <summary><c>application/json</c>: status 200 for every well-formed request, and the default.</summary>
    Json,

    /// <summary><c>application/graphql-response+json</c>: the status tells a request error from a result.</summary>
    GraphQLResponse,

    /// <summary><c>text/event-stream</c>: server-sent events, which can carry a subscription.</summary>
    EventStream,

    /// <summary><c>text/html</c>: a browser, which gets GraphiQL.</summary>
    Html,
}

internal static class ContentNegotiation
{
    public const string GraphQLResponseType = "application/graphql-response+json; charset=utf-8";
    public const string JsonType = "application/json; charset=utf-8";

    public const string EventStreamType = "text/event-stream; charset=utf-8";

    /// <summary>Media ranges that are looked at; a longer Accept header is cut here.</summary>
    private const int MediaRangesMax = 32;

    public static string ContentTypeOf(ResponseFormat format) =>
        format == ResponseFormat.GraphQLResponse ? GraphQLResponseType : JsonType;

    /// <summary>The format with the highest quality; among equals the one that the header names first.</summary>
    public static ResponseFormat Negotiate(StringValues accept)
    {
        // What clients send nearly always, without parsing.
        switch (accept.Count == 1 ? accept[0] : null)
        {
            case "*/*":
            case "application/json":
                return ResponseFormat.Json;
            case "application/graphql-response+json":
                return ResponseFormat.GraphQLResponse;
        }

        if (StringValues.IsNullOrEmpty(accept))
        {
            return ResponseFormat.Json;
        }

        if (!MediaTypeHeaderValue.TryParseList(accept.ToArray()!, out var ranges))
        {
            return ResponseFormat.None;
        }

        var best = ResponseFormat.None;
        var bestQuality = 0.0;
        foreach (var range in ranges.Take(MediaRangesMax))
        {
            var format = FormatOf(range);
            var quality = range.Quality ?? 1;
            if (format != ResponseFormat.None && quality > bestQuality)
            {
                (best, bestQuality) = (format, quality);
            }
        }

        return best;
    }

    private static ResponseFormat FormatOf(MediaTypeHeaderValue range)
    {
        // A charset other than UTF-8 cannot be met: JSON is UTF-8.
        if (range.Charset.HasValue && !range.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return ResponseFormat.None;
        }

        return range.MediaType.Value?.ToLowerInvariant() switch
        {
            "application/graphql-response+json" => ResponseFormat.GraphQLResponse,
            "application/json" or "application/*" or "*/*" => ResponseFormat.Json,
            "text/event-stream" => ResponseFormat.EventStream,
            "text/html" => ResponseFormat.Html,
            _ => ResponseFormat.None,
        };
    }
}
