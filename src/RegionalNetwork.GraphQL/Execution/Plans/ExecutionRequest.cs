using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Execution.Inputs;

namespace RegionalNetwork.GraphQL.Execution.Plans;

/// <summary>What all branches of an execution share.</summary>
/// <param name="context">What the caller of the executor passed.</param>
/// <param name="denied">For each check of the plan, the error if this caller is refused; null if none is.</param>
internal sealed class ExecutionRequest(
    object context,
    VariableValues variables,
    ExecutionPlan plan,
    GraphQLError?[]? denied,
    ExecutorOptions options,
    CancellationToken cancellationToken
)
{
    private readonly object?[] _arguments = plan.ArgumentSlots == 0 ? [] : new object?[plan.ArgumentSlots];

    public object Context { get; } = context;

    public VariableValues Variables { get; } = variables;

    public GraphQLError?[]? Denied { get; } = denied;

    public ExecutionLimits Limits { get; } = options.Limits;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Arguments that depend on variables: made once a request, not once a row. A race makes two equal ones.</summary>
    public ref object? Argument(int slot) => ref _arguments[slot];

    /// <returns>What the client may know.</returns>
    public string ReportInternalError(Exception exception, IReadOnlyList<object> path)
    {
        var correlationId = options.OnInternalError?.Invoke(exception, path);
        return correlationId is null ? "Internal error" : $"Internal error. Quote {correlationId} when you report it.";
    }
}
