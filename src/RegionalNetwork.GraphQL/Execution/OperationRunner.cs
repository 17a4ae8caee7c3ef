using System.Buffers;
using System.Text.Json;
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
        var plan = Plan(operation, request.Variables, options.Limits, out var values, out var cost, out var errors);
        if (plan is null)
        {
            return ValueTask.FromResult(Refuse(operation, errors, null, output));
        }

        OperationCost? reported = request.ReportsCost ? cost : null;
        return Afford(cost, context) is { } refusal
            ? ValueTask.FromResult(Refuse(operation, [refusal], reported, output))
            : RunAsync(
                new Run(operation, plan, values, Deny(plan, context), Root.Value, context, reported, output),
                cancellationToken
            );
    }

    /// <summary>Executes one event of a subscription, which was paid for when it began: the event is the root value.</summary>
    public ValueTask<ExecutionResult> RunEventAsync(
        Operation operation,
        ExecutionPlan plan,
        VariableValues values,
        object happened,
        object context,
        IBufferWriter<byte> output,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            new Run(operation, plan, values, Deny(plan, context), happened, context, null, output),
            cancellationToken
        );

    /// <returns>Null where there are request errors.</returns>
    public static ExecutionPlan? Plan(
        Operation operation,
        JsonElement? variables,
        ExecutionLimits limits,
        out VariableValues values,
        out OperationCost cost,
        out IReadOnlyList<GraphQLError> errors
    )
    {
        cost = default;
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
            var plan = operation.Plan(values, limits.MaxPlanFields);
            cost = plan.Cost.Of(values);
            return plan;
        }
        catch (PlanTooLargeException exception)
        {
            errors = [ErrorCodes.Limit(exception.Message)];
            return null;
        }
        catch (SlicingArgumentException exception)
        {
            errors = [GraphQLError.At(exception.Message, exception.Node)];
            return null;
        }
    }

    /// <returns>Null where neither the limit of one operation nor the caller's budget is against it.</returns>
    public GraphQLError? Afford(OperationCost cost, object context) =>
        cost.Units > options.Limits.MaxCostUnits
            ? ErrorCodes.TooCostly(cost, options.Limits.MaxCostUnits)
            : options.Admit?.Invoke(context, cost);

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

    private ValueTask<ExecutionResult> RunAsync(in Run run, CancellationToken caller) =>
        run.Plan.IsAsync ? ExecuteAsync(run, caller) : ValueTask.FromResult(Execute(run, caller));

    private ExecutionResult Execute(in Run run, CancellationToken caller)
    {
        var deadline = _deadlines.Start(caller);
        var isQuiet = false;
        try
        {
            using var branch = new ExecutionBranch(Request(run, deadline));
            branch.CancellationToken.ThrowIfCancellationRequested();
            branch.Buffer.WriteRaw("{\"data\":"u8);
            var isWritten = ObjectWriter<object>.WriteFields(run.Plan.Fields, run.Root, branch);
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
                    ? await ObjectWriter<object>.WriteFieldsSeriallyAsync(run.Plan.Fields, run.Root, branch)
                    : await ObjectWriter<object>.WriteFieldsAsync(run.Plan.Fields, run.Root, branch);
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
        object Root,
        object Context,
        OperationCost? Reported,
        IBufferWriter<byte> Output
    );
}
