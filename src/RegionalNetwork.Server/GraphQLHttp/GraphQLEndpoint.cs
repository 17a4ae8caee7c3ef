using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.Cluster;
using RegionalNetwork.Server.GraphQLHttp.Batching;
using RegionalNetwork.Server.GraphQLHttp.Caching;
using RegionalNetwork.Server.GraphQLHttp.Documents;
using RegionalNetwork.Server.GraphQLHttp.RateLimiting;
using RegionalNetwork.Server.GraphQLHttp.Streaming;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Telemetry;

namespace RegionalNetwork.Server.GraphQLHttp;

/// <summary>
/// <c>/graphql</c>: GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/) for programs, GraphiQL for browsers.
/// </summary>
/// <param name="batchOperationsMax">How many requests one body may have; 0 where batches are refused.</param>
internal sealed class GraphQLEndpoint(
    RequestExecutor executor,
    NetworkHost network,
    RequestDocuments documents,
    StreamingHost streams,
    int batchOperationsMax
)
{
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly ResponseBuffers _buffers = new();

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/graphql", PostAsync);
        var sockets = new SocketUpgrade(streams, routes);
        routes.MapGet(
            "/graphql",
            http => SocketUpgrade.IsAskedBy(http.Request) ? sockets.RunAsync(http) : GetAsync(http)
        );
    }

    private async Task GetAsync(HttpContext http)
    {
        AnswerCaching.Vary(http.Response);
        var format = ContentNegotiation.Negotiate(http.Request.Headers.Accept);
        if (format == ResponseFormat.Html && !IsQuestion(http.Request.Query))
        {
            await GraphiQLFiles.WriteAsync(http, "index.html");
            return;
        }

        var reading = RequestReading.FromQueryString(http.Request.Query);
        await AnswerAsync(http, reading, format == ResponseFormat.Html ? ResponseFormat.Json : format, isGet: true);
    }

    private static bool IsQuestion(IQueryCollection query) => RequestParameters.Names.Any(query.ContainsKey);

    private async Task PostAsync(HttpContext http)
    {
        var format = ContentNegotiation.Negotiate(http.Request.Headers.Accept);
        if (!IsJson(http.Request.ContentType))
        {
            await RefuseAsync(
                http,
                format,
                StatusCodes.Status415UnsupportedMediaType,
                "Send the request as application/json in UTF-8."
            );
            return;
        }

        if (await ReadBodyAsync(http.Request) is not { } body)
        {
            await RefuseAsync(
                http,
                format,
                StatusCodes.Status413PayloadTooLarge,
                $"The request is larger than {HttpLimits.GraphQLRequestBytes} bytes. Figures are imported as files: POST /imports."
            );
            return;
        }

        var reading = RequestReading.FromJson(body, batchOperationsMax);
        http.Request.BodyReader.AdvanceTo(body.End);
        await AnswerAsync(http, reading, format == ResponseFormat.Html ? ResponseFormat.Json : format, isGet: false);
    }

    private async Task AnswerAsync(HttpContext http, RequestReading reading, ResponseFormat format, bool isGet)
    {
        if (format == ResponseFormat.None)
        {
            await RefuseAsync(
                http,
                format,
                StatusCodes.Status406NotAcceptable,
                "Accept application/graphql-response+json, application/json or text/event-stream."
            );
            return;
        }

        if (reading.Fault is { } fault)
        {
            await RefuseAsync(http, format, StatusCodes.Status400BadRequest, fault);
            return;
        }

        var (caller, refusal) = await Callers.FindAsync(http);
        if (caller is null)
        {
            refusal!.Apply(http.Response);
            await RefuseAsync(http, format, refusal.Status, refusal.Message);
            return;
        }

        if (reading.Batch is { } batch)
        {
            await ExecuteBatchAsync(http, batch, caller, format);
            return;
        }

        var prepared = documents.Prepare(CostHeader.Apply(http, reading.Request!), reading.Document, http, caller);
        if (isGet && prepared.Kind == OperationKind.Mutation)
        {
            http.Response.Headers.Allow = HttpMethods.Post;
            await RefuseAsync(
                http,
                format,
                StatusCodes.Status405MethodNotAllowed,
                "GET answers queries only. Send a mutation by POST."
            );
            return;
        }

        if (format == ResponseFormat.EventStream)
        {
            await StreamAsync(http, prepared, caller);
            return;
        }

        await ExecuteAsync(http, prepared, caller, format);
    }

    private async Task StreamAsync(HttpContext http, PreparedRequest prepared, Caller caller)
    {
        using var place = streams.TryEnter();
        if (place is null)
        {
            http.Response.Headers.RetryAfter = StreamingHost.RetryAfterSeconds;
            await RefuseAsync(
                http,
                ResponseFormat.Json,
                StatusCodes.Status503ServiceUnavailable,
                StreamingHost.TooManyConnections
            );
            return;
        }

        await new EventStream(streams, http, caller).AnswerAsync(prepared);
    }

    private async Task ExecuteAsync(HttpContext http, PreparedRequest prepared, Caller caller, ResponseFormat format)
    {
        var buffer = _buffers.Rent();
        try
        {
            var context = NetworkRequest.Of(network, caller, http);
            var result = await executor.ExecuteObservedAsync(prepared, context, buffer, http.RequestAborted);
            var response = http.Response;
            if (!await DisclosureRecords.TryWriteAsync(context, http))
            {
                await RefuseAsync(
                    http,
                    format,
                    StatusCodes.Status503ServiceUnavailable,
                    DisclosureRecords.Impossible.Message
                );
                return;
            }

            PositionHeaders.Tell(response, context.Position);
            if (AnswerCaching.IsNotModified(http, result, caller, format, buffer.WrittenSpan))
            {
                return;
            }

            response.StatusCode =
                result.IsRequestError && format == ResponseFormat.GraphQLResponse
                    ? StatusCodes.Status400BadRequest
                    : StatusCodes.Status200OK;
            response.ContentType = ContentNegotiation.ContentTypeOf(format);
            response.ContentLength = buffer.WrittenCount;
            await response.BodyWriter.WriteAsync(buffer.WrittenMemory, http.RequestAborted);
        }
        finally
        {
            _buffers.Return(buffer);
        }
    }

    /// <summary>The status is 200 whatever the single answers say: each has its own errors.</summary>
    private async Task ExecuteBatchAsync(
        HttpContext http,
        IReadOnlyList<RequestReading> batch,
        Caller caller,
        ResponseFormat format
    )
    {
        var buffer = _buffers.Rent();
        try
        {
            var execution = new BatchExecution(executor, documents, network, _buffers);
            PositionHeaders.Tell(http.Response, await execution.ExecuteAsync(http, batch, caller, buffer));
            AnswerCaching.Forbid(http.Response);
            http.Response.ContentType = ContentNegotiation.ContentTypeOf(format);
            http.Response.ContentLength = buffer.WrittenCount;
            await http.Response.BodyWriter.WriteAsync(buffer.WrittenMemory, http.RequestAborted);
        }
        finally
        {
            _buffers.Return(buffer);
        }
    }

    /// <summary>Null when it is larger than the limit; otherwise the caller advances the reader.</summary>
    private static async ValueTask<ReadOnlySequence<byte>?> ReadBodyAsync(HttpRequest request)
    {
        if (request.ContentLength > HttpLimits.GraphQLRequestBytes)
        {
            return null;
        }

        while (true)
        {
            ReadResult read = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > HttpLimits.GraphQLRequestBytes)
            {
                // What was looked at is given back, so that the connection can go on to the next request.
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                return read.Buffer;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static bool IsJson(string? contentType)
    {
        if (contentType is "application/json" or "application/json; charset=utf-8")
        {
            return true;
        }

        return MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A request that never became an operation: an error with a message that says what to do.</summary>
    private static async Task RefuseAsync(HttpContext http, ResponseFormat format, int status, string message)
    {
        AnswerCaching.Forbid(http.Response);
        http.Response.StatusCode = status;
        http.Response.ContentType = ContentNegotiation.ContentTypeOf(format);
        await using var writer = new Utf8JsonWriter(http.Response.BodyWriter, WriterOptions);
        writer.WriteStartObject();
        writer.WriteStartArray("errors"u8);
        writer.WriteStartObject();
        writer.WriteString("message"u8, message);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
