using System.Buffers;
using System.Text.Json;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Binding.Outputs;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Execution.Compilation;
using RegionalNetwork.GraphQL.Execution.Inputs;
using RegionalNetwork.GraphQL.Execution.Plans;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Execution;

/// <summary>https://spec.graphql.org/September2025/#sec-Executing-Operations, of any kind of operation.</summary>
internal sealed class OperationRunner(ExecutorOptions options)
{
    public ValueTask<ExecutionResult> RunAsync(
        Operation operation,
        JsonElement? variables,
        object context,
        IBufferWriter<byte> output,
        CancellationToken cancellationToken
    )
    {
        return Plan(operation, variables, options.Limits, out var values, out var errors) is { } plan
            ? RunAsync(operation, plan, values, Root.Value, context, output, cancellationToken)
            : ValueTask.FromResult(Refuse(operation, errors, output));
    }

    /// <summary>Executes one event of a subscription: the event is the root value.</summary>
    public ValueTask<ExecutionResult> RunEventAsync(
        Operation operation,
        ExecutionPlan plan,
        VariableValues values,
        object happened,
        object context,
        IBufferWriter<byte> output,
        CancellationToken cancellationToken
    ) => RunAsync(operation, plan, values, happened, context, output, cancellationToken);

    /// <returns>Null where there are request errors.</returns>
    public static ExecutionPlan? Plan(
        Operation operation,
        JsonElement? variables,
        ExecutionLimits limits,
        out VariableValues values,
        out IReadOnlyList<GraphQLError> errors
    )
    {
        values = VariableCoercion.Coerce(operation.Variables, variables, limits, out errors);
        if (errors.Count > 0)
        {
            return null;
        }

        if (!operation.HasRootType)
        {
            var message =
                $"Schema is not configured to execute {operation.Kind.ToString().ToLowerInvariant()} operation.";
            errors = [GraphQLError.At(message, operation.Node)];
            return null;
        }

        try
        {
            return operation.Plan(values, limits.MaxPlanFields);
        }
        catch (PlanTooLargeException exception)
        {
            errors = [ErrorCodes.Limit(exception.Message)];
            return null;
        }
    }

    public static GraphQLError?[]? Deny(ExecutionPlan plan, object context)
    {
        GraphQLError?[]? denied = null;
        for (var i = 0; i < plan.Checks.Count; i++)
        {
            if (plan.Checks[i](context) is { } error)
            {
                denied ??= new GraphQLError?[plan.Checks.Count];
                denied[i] = error;
            }
        }

        return denied;
    }

    private ValueTask<ExecutionResult> RunAsync(
        Operation operation,
        ExecutionPlan plan,
        VariableValues values,
        object root,
        object context,
        IBufferWriter<byte> output,
        CancellationToken cancellationToken
    )
    {
        var denied = Deny(plan, context);
        var request = new ExecutionRequest(context, values, plan, denied, options, cancellationToken);
        return plan.IsAsync
            ? ExecuteAsync(operation, plan, request, root, output)
            : ValueTask.FromResult(Execute(operation, plan, request, root, output));
    }

    private static ExecutionResult Execute(
        Operation operation,
        ExecutionPlan plan,
        ExecutionRequest request,
        object root,
        IBufferWriter<byte> output
    )
    {
        using var branch = new ExecutionBranch(request);
        try
        {
            request.CancellationToken.ThrowIfCancellationRequested();
            branch.Buffer.WriteRaw("{\"data\":"u8);
            var isWritten = ObjectWriter<object>.WriteFields(plan.Fields, root, branch);
            return Finish(operation, branch, isWritten, output);
        }
        catch (ResultTooLargeException exception)
        {
            return TooLarge(operation, exception, output);
        }
    }

    private static async ValueTask<ExecutionResult> ExecuteAsync(
        Operation operation,
        ExecutionPlan plan,
        ExecutionRequest request,
        object root,
        IBufferWriter<byte> output
    )
    {
        using var branch = new ExecutionBranch(request);
        try
        {
            request.CancellationToken.ThrowIfCancellationRequested();
            branch.Buffer.WriteRaw("{\"data\":"u8);
            var isWritten =
                operation.Kind == OperationKind.Mutation
                    ? await ObjectWriter<object>.WriteFieldsSeriallyAsync(plan.Fields, root, branch)
                    : await ObjectWriter<object>.WriteFieldsAsync(plan.Fields, root, branch);
            return Finish(operation, branch, isWritten, output);
        }
        catch (ResultTooLargeException exception)
        {
            return TooLarge(operation, exception, output);
        }
    }

    private static ExecutionResult Finish(
        Operation operation,
        ExecutionBranch branch,
        bool isWritten,
        IBufferWriter<byte> output
    )
    {
        var buffer = branch.Buffer;
        if (!isWritten)
        {
            buffer.Truncate(0);
            buffer.WriteRaw("{\"data\":null"u8);
        }

        if (branch.Errors is { } errors)
        {
            buffer.WriteByte((byte)',');
            ErrorWriter.Write(errors, buffer);
        }

        buffer.WriteByte((byte)'}');
        buffer.ThrowIfTooLarge();
        output.Write(buffer.Written);
        return new ExecutionResult(false, operation.Kind, branch.Errors?.Count ?? 0);
    }

    /// <summary>Resolvers did run, so this is no request error: the client must know that a mutation may have happened.</summary>
    private static ExecutionResult TooLarge(
        Operation operation,
        ResultTooLargeException exception,
        IBufferWriter<byte> output
    )
    {
        using var buffer = new JsonBuffer(int.MaxValue);
        buffer.WriteRaw("{\"data\":null,"u8);
        ErrorWriter.Write([ErrorCodes.Limit(exception.Message)], buffer);
        buffer.WriteByte((byte)'}');
        output.Write(buffer.Written);
        return new ExecutionResult(false, operation.Kind, 1);
    }

    private static ExecutionResult Refuse(
        Operation operation,
        IReadOnlyList<GraphQLError> errors,
        IBufferWriter<byte> output
    )
    {
        ErrorResponse.Write(errors, output);
        return new ExecutionResult(true, operation.Kind, errors.Count);
    }
}
