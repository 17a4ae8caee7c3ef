using System.Buffers;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Binding.Outputs;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Execution.Compilation;
using RegionalNetwork.GraphQL.Execution.Costs;
using RegionalNetwork.GraphQL.Execution.Inputs;
using RegionalNetwork.GraphQL.Execution.Plans;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Execution;

/// <summary>https://spec.graphql.org/September2025/#sec-Executing-Operations, of any kind of operation.</summary>
internal sealed class OperationRunner(ExecutorOptions options)
{
    private readonly Deadlines _deadlines = new(options.Limits.Timeout, options.Clock);

    public ValueTask<ExecutionResult> RunAsync(
        Operation operation,
        GraphQLRequest request,
        object context,
        IBufferWriter<byte> output,
        CancellationToken cancellationToken
    )
    {
        var values = VariableCoercion.Coerce(operation.Variables, request.Variables, options.Limits, out var errors);
        if (errors.Count > 0)
        {
            return ValueTask.FromResult(Refuse(operation, errors, null, output));
        }

        if (!operation.HasRootType)
        {
            var message =
                $"Schema is not configured to execute {operation.Kind.ToString().ToLowerInvariant()} operation.";
            return ValueTask.FromResult(Refuse(operation, [GraphQLError.At(message, operation.Node)], null, output));
        }

        ExecutionPlan plan;
        OperationCost cost;
        try
        {
            plan = operation.Plan(values, options.Limits.MaxPlanFields);
            cost = plan.Cost.Of(values);
        }
        catch (PlanTooLargeException exception)
        {
            return ValueTask.FromResult(Refuse(operation, [ErrorCodes.Limit(exception.Message)], null, output));
        }
        catch (SlicingArgumentException exception)
        {
            return ValueTask.FromResult(
                Refuse(operation, [GraphQLError.At(exception.Message, exception.Node)], null, output)
            );
        }

        OperationCost? reported = request.ReportsCost ? cost : null;
        if (Afford(cost, context) is { } refusal)
        {
            return ValueTask.FromResult(Refuse(operation, [refusal], reported, output));
        }

        var run = new Run(operation, plan, values, Deny(plan, context), context, reported, output);
        return plan.IsAsync
            ? ExecuteAsync(run, cancellationToken)
            : ValueTask.FromResult(Execute(run, cancellationToken));
    }

    private GraphQLError? Afford(OperationCost cost, object context) =>
        cost.Units > options.Limits.MaxCostUnits
            ? ErrorCodes.TooCostly(cost, options.Limits.MaxCostUnits)
            : options.Admit?.Invoke(context, cost);

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

    private ExecutionResult Execute(in Run run, CancellationToken caller)
    {
        var deadline = _deadlines.Start(caller);
        var isQuiet = false;
        try
        {
            using var branch = new ExecutionBranch(Request(run, deadline));
            branch.CancellationToken.ThrowIfCancellationRequested();
            branch.Buffer.WriteRaw("{\"data\":"u8);
            var isWritten = ObjectWriter<object>.WriteFields(run.Plan.Fields, Root.Value, branch);
            isQuiet = true;
            return Finish(run, branch, isWritten);
        }
        catch (ResultTooLargeException exception)
        {
            return Stopped(run, ErrorCodes.Limit(exception.Message));
        }
        catch (OperationCanceledException) when (deadline.IsPast)
        {
            return TimedOut(run);
        }
        finally
        {
            _deadlines.End(deadline, isQuiet);
        }
    }

    private async ValueTask<ExecutionResult> ExecuteAsync(Run run, CancellationToken caller)
    {
        var deadline = _deadlines.Start(caller);
        var isQuiet = false;
        try
        {
            using var branch = new ExecutionBranch(Request(run, deadline));
            branch.CancellationToken.ThrowIfCancellationRequested();
            branch.Buffer.WriteRaw("{\"data\":"u8);
            var isWritten =
                run.Operation.Kind == OperationKind.Mutation
                    ? await ObjectWriter<object>.WriteFieldsSeriallyAsync(run.Plan.Fields, Root.Value, branch)
                    : await ObjectWriter<object>.WriteFieldsAsync(run.Plan.Fields, Root.Value, branch);
            isQuiet = true;
            return Finish(run, branch, isWritten);
        }
        catch (ResultTooLargeException exception)
        {
            return Stopped(run, ErrorCodes.Limit(exception.Message));
        }
        catch (OperationCanceledException) when (deadline.IsPast)
        {
            return TimedOut(run);
        }
        finally
        {
            _deadlines.End(deadline, isQuiet);
        }
    }

    private ExecutionRequest Request(in Run run, Deadline deadline) =>
        new(run.Context, run.Variables, run.Plan, run.Denied, options, deadline.Token);

    private ExecutionResult Finish(in Run run, ExecutionBranch branch, bool isWritten)
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

        if (run.Reported is { } cost)
        {
            buffer.WriteByte((byte)',');
            CostReport.Write(cost, options.Limits.MaxCostUnits, buffer);
        }

        buffer.WriteByte((byte)'}');
        buffer.ThrowIfTooLarge();
        run.Output.Write(buffer.Written);
        return new ExecutionResult(false, run.Operation.Kind, branch.Errors?.Count ?? 0);
    }

    private ExecutionResult TimedOut(in Run run) =>
        Stopped(run, ErrorCodes.TimedOut(_deadlines.Timeout, run.Operation.Kind == OperationKind.Mutation));

    /// <summary>Resolvers did run, so this is no request error: the client must know that a mutation may have happened.</summary>
    private static ExecutionResult Stopped(in Run run, GraphQLError error)
    {
        using var buffer = new JsonBuffer(int.MaxValue);
        buffer.WriteRaw("{\"data\":null,"u8);
        ErrorWriter.Write([error], buffer);
        buffer.WriteByte((byte)'}');
        run.Output.Write(buffer.Written);
        return new ExecutionResult(false, run.Operation.Kind, 1);
    }

    private ExecutionResult Refuse(
        Operation operation,
        IReadOnlyList<GraphQLError> errors,
        OperationCost? reported,
        IBufferWriter<byte> output
    )
    {
        using var buffer = new JsonBuffer(int.MaxValue);
        buffer.WriteByte((byte)'{');
        ErrorWriter.Write(errors, buffer);
        if (reported is { } cost)
        {
            buffer.WriteByte((byte)',');
            CostReport.Write(cost, options.Limits.MaxCostUnits, buffer);
        }

        buffer.WriteByte((byte)'}');
        output.Write(buffer.Written);
        return new ExecutionResult(true, operation.Kind, errors.Count);
    }

    /// <summary>What one execution is about.</summary>
    /// <param name="Reported">What the response says that the operation can cost; null where nobody asked.</param>
    private readonly record struct Run(
        Operation Operation,
        ExecutionPlan Plan,
        VariableValues Variables,
        GraphQLError?[]? Denied,
        object Context,
        OperationCost? Reported,
        IBufferWriter<byte> Output
    );
}
