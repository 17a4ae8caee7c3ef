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
        var values = VariableCoercion.Coerce(operation.Variables, variables, options.Limits, out var errors);
        if (errors.Count > 0)
        {
            return ValueTask.FromResult(Refuse(operation, errors, output));
        }

        if (!operation.HasRootType)
        {
            var message =
                $"Schema is not configured to execute {operation.Kind.ToString().ToLowerInvariant()} operation.";
            return ValueTask.FromResult(Refuse(operation, [GraphQLError.At(message, operation.Node)], output));
        }

        ExecutionPlan plan;
        try
        {
            plan = operation.Plan(values, options.Limits.MaxPlanFields);
        }
        catch (PlanTooLargeException exception)
        {
            return ValueTask.FromResult(Refuse(operation, [ErrorCodes.Limit(exception.Message)], output));
        }

        var denied = Deny(plan, context);
        var request = new ExecutionRequest(context, values, plan, denied, options, cancellationToken);
        return plan.IsAsync
            ? ExecuteAsync(operation, plan, request, output)
            : ValueTask.FromResult(Execute(operation, plan, request, output));
    }

    private static GraphQLError?[]? Deny(ExecutionPlan plan, object context)
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

    private static ExecutionResult Execute(
        Operation operation,
        ExecutionPlan plan,
        ExecutionRequest request,
        IBufferWriter<byte> output
    )
    {
        using var branch = new ExecutionBranch(request);
        try
        {
            request.CancellationToken.ThrowIfCancellationRequested();
            branch.Buffer.WriteRaw("{\"data\":"u8);
            var isWritten = ObjectWriter<object>.WriteFields(plan.Fields, Root.Value, branch);
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
                    ? await ObjectWriter<object>.WriteFieldsSeriallyAsync(plan.Fields, Root.Value, branch)
                    : await ObjectWriter<object>.WriteFieldsAsync(plan.Fields, Root.Value, branch);
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
