using System.Buffers;
using System.Diagnostics;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Telemetry;

/// <summary>Executes operations, timed and traced where somebody listens; where nobody does, it is the executor's own call.</summary>
internal static class ObservedOperations
{
    private static readonly KeyValuePair<string, object?> Query = Type("query");
    private static readonly KeyValuePair<string, object?> Mutation = Type("mutation");
    private static readonly KeyValuePair<string, object?> Subscription = Type("subscription");
    private static readonly KeyValuePair<string, object?> None = Type("none");

    /// <inheritdoc cref="RequestExecutor.ExecuteAsync(PreparedRequest, object, IBufferWriter{byte}, CancellationToken)"/>
    public static ValueTask<ExecutionResult> ExecuteObservedAsync(
        this RequestExecutor executor,
        PreparedRequest prepared,
        NetworkRequest context,
        IBufferWriter<byte> output,
        CancellationToken cancellation
    ) =>
        ServerMeters.OperationDuration.Enabled || Spans.Source.HasListeners()
            ? ObserveAsync(executor, prepared, context, output, cancellation)
            : executor.ExecuteAsync(prepared, context, output, cancellation);

    private static async ValueTask<ExecutionResult> ObserveAsync(
        RequestExecutor executor,
        PreparedRequest prepared,
        NetworkRequest context,
        IBufferWriter<byte> output,
        CancellationToken cancellation
    )
    {
        var type = TypeOf(prepared.Kind);
        using var span = Spans.Source.StartActivity((string)type.Value!, ActivityKind.Server);
        var began = Stopwatch.GetTimestamp();
        var outcome = "failed";
        try
        {
            var result = await executor.ExecuteAsync(prepared, context, output, cancellation);
            outcome =
                result.IsRequestError ? "refused"
                : result.ErrorCount > 0 ? "partial"
                : "answered";
            return result;
        }
        catch (OperationCanceledException)
        {
            outcome = "abandoned";
            throw;
        }
        finally
        {
            ServerMeters.OperationDuration.Record(
                Stopwatch.GetElapsedTime(began).TotalSeconds,
                type,
                ServerMeters.Tag(ServerMeters.OutcomeTag, outcome)
            );
            span?.SetTag(type.Key, type.Value)
                .SetTag(ServerMeters.OutcomeTag, outcome)
                .SetTag(Spans.RequestTag, context.Http?.TraceIdentifier)
                .SetStatus(outcome == "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        }
    }

    /// <summary>A request whose document names no operation has none.</summary>
    private static KeyValuePair<string, object?> TypeOf(OperationKind? kind) =>
        kind switch
        {
            OperationKind.Query => Query,
            OperationKind.Mutation => Mutation,
            OperationKind.Subscription => Subscription,
            _ => None,
        };

    private static KeyValuePair<string, object?> Type(string name) =>
        ServerMeters.Tag(ServerMeters.OperationTypeTag, name);
}
