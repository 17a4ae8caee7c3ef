using System.Buffers;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Execution.Subscriptions;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.Validation;

namespace RegionalNetwork.GraphQL.Execution;

/// <summary>
/// Answers requests against a schema: document cache, parse, validate, choose the operation, coerce variables, execute.
/// https://spec.graphql.org/September2025/#ExecuteRequest(). Safe for concurrent use.
/// </summary>
public sealed class RequestExecutor
{
    private readonly BoundSchema _schema;
    private readonly Func<DocumentNode, IReadOnlyList<GraphQLError>> _validate;
    private readonly DocumentCache _documents;
    private readonly OperationRunner _runner;
    private readonly SubscriptionRunner _subscriptions;

    public RequestExecutor(BoundSchema schema, ExecutorOptions options)
        : this(
            schema,
            options,
            document => DocumentValidator.Validate(document, schema.Schema, options.ValidationLimits)
        ) { }

    /// <param name="validate">What keeps a document from being executed.</param>
    internal RequestExecutor(
        BoundSchema schema,
        ExecutorOptions options,
        Func<DocumentNode, IReadOnlyList<GraphQLError>> validate
    )
    {
        _schema = schema;
        _validate = validate;
        _documents = new DocumentCache(options.Limits.MaxCachedDocuments, options.Limits.MaxCachedCharacters);
        _runner = new OperationRunner(options);
        _subscriptions = new SubscriptionRunner(options);
    }

    /// <summary>Everything that the document alone decides. Runs no resolver.</summary>
    public PreparedRequest Prepare(GraphQLRequest request)
    {
        IReadOnlyList<GraphQLError> errors = [];
        var document = _documents.Find(request.Query);
        CacheTelemetry.CountDocument(document is not null);
        document ??= Read(request.Query, out errors);
        if (document is null)
        {
            return PreparedRequest.Refused(request, errors);
        }

        return document.Find(request.OperationName, out var error) is { } operation
            ? PreparedRequest.Of(request, operation)
            : PreparedRequest.Refused(request, [error!]);
    }

    /// <summary>Prepares and executes.</summary>
    /// <inheritdoc cref="ExecuteAsync(PreparedRequest, object, IBufferWriter{byte}, CancellationToken)"/>
    public ValueTask<ExecutionResult> ExecuteAsync(
        GraphQLRequest request,
        object context,
        IBufferWriter<byte> output,
        CancellationToken cancellationToken
    ) => ExecuteAsync(Prepare(request), context, output, cancellationToken);

    /// <summary>
    /// Executes and writes the response as JSON in UTF-8, in one piece, when it is complete. Completes synchronously where no
    /// resolver is asynchronous.
    /// </summary>
    /// <param name="context">For resolvers and policies: <see cref="ResolverContext.Request{T}"/>.</param>
    /// <exception cref="OperationCanceledException">when cancelled; nothing has been written.</exception>
    public ValueTask<ExecutionResult> ExecuteAsync(
        PreparedRequest request,
        object context,
        IBufferWriter<byte> output,
        CancellationToken cancellationToken
    )
    {
        if (request.Operation is not { } operation)
        {
            return ValueTask.FromResult(Refuse(request.Errors, null, output));
        }

        if (operation.Kind == OperationKind.Subscription)
        {
            var error = new GraphQLError(
                "A subscription has many answers, which one response cannot carry. Ask for them as a stream: connect by "
                    + "WebSocket (graphql-transport-ws), or accept text/event-stream.",
                [],
                null,
                ErrorCodes.SubscriptionNeedsStream
            );
            return ValueTask.FromResult(Refuse([error], operation.Kind, output));
        }

        return _runner.RunAsync(operation, request.Request, context, output, cancellationToken);
    }

    /// <summary>
    /// Starts a subscription. Its document has been validated and compiled once; each event executes what it selects.
    /// </summary>
    /// <param name="request">Its <see cref="PreparedRequest.Kind"/> is a subscription.</param>
    /// <param name="context">
    /// Makes the object for resolvers and policies: once for the source stream, and once for each event, when it has happened.
    /// </param>
    /// <param name="cancellationToken">Ends the subscription.</param>
    public Task<SubscriptionStart> SubscribeAsync(
        PreparedRequest request,
        Func<object> context,
        CancellationToken cancellationToken
    ) =>
        request.Operation is { Kind: OperationKind.Subscription } operation
            ? _subscriptions.StartAsync(operation, request.Request.Variables, context, cancellationToken)
            : throw new ArgumentException("Only a subscription has a source stream.", nameof(request));

    private PreparedDocument? Read(string text, out IReadOnlyList<GraphQLError> errors)
    {
        DocumentNode document;
        try
        {
            document = Parser.Parse(text);
        }
        catch (SyntaxError error)
        {
            errors = [new GraphQLError(error.Message, [error.Location], null, ErrorCodes.SyntaxError)];
            return null;
        }

        errors = _validate(document);
        if (errors.Count > 0)
        {
            return null;
        }

        var prepared = new PreparedDocument(_schema, document);
        _documents.Add(text, prepared);
        return prepared;
    }

    private static ExecutionResult Refuse(
        IReadOnlyList<GraphQLError> errors,
        OperationKind? operation,
        IBufferWriter<byte> output
    )
    {
        ErrorResponse.Write(errors, output);
        return new ExecutionResult(true, operation, errors.Count);
    }
}
