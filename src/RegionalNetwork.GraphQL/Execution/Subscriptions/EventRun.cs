using System.Buffers;
using RegionalNetwork.GraphQL.Execution.Inputs;
using RegionalNetwork.GraphQL.Execution.Plans;

namespace RegionalNetwork.GraphQL.Execution.Subscriptions;

/// <summary>
/// https://spec.graphql.org/September2025/#ExecuteSubscriptionEvent(): what all events of a subscription are executed with, made
/// once when it starts.
/// </summary>
internal sealed record EventRun(
    OperationRunner Runner,
    Operation Operation,
    ExecutionPlan Plan,
    VariableValues Variables,
    Func<object> Context,
    CancellationToken CancellationToken
)
{
    public ValueTask<ExecutionResult> ExecuteAsync(object happened, IBufferWriter<byte> output) =>
        Runner.RunEventAsync(Operation, Plan, Variables, happened, Context(), output, CancellationToken);
}
