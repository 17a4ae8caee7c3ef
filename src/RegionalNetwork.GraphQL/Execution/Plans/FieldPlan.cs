using RegionalNetwork.GraphQL.Binding;

namespace RegionalNetwork.GraphQL.Execution.Plans;

/// <summary>
/// Executes one field of one object: https://spec.graphql.org/September2025/#ExecuteField(). Writes its name and value.
/// </summary>
/// <remarks>The result is whether a value was written; if not, null goes up to the parent and the parent truncates.</remarks>
internal abstract class FieldPlan<TParent>
{
    /// <summary>The field or something below it is awaited.</summary>
    public virtual bool IsAsync => false;

    public abstract bool Execute(TParent parent, ExecutionBranch branch);

    public virtual Task<bool> ExecuteAsync(TParent parent, ExecutionBranch branch) =>
        Task.FromResult(Execute(parent, branch));
}

internal sealed class TypeNamePlan<TParent>(FieldUsage field, string typeName) : FieldPlan<TParent>
{
    private readonly byte[] _bytes =
    [
        .. field.Prefix,
        (byte)'"',
        .. System.Text.Encoding.UTF8.GetBytes(typeName),
        (byte)'"',
    ];

    public override bool Execute(TParent parent, ExecutionBranch branch)
    {
        branch.Buffer.WriteRaw(_bytes);
        return true;
    }
}

internal sealed class GetterPlan<TParent, TValue>(
    FieldUsage field,
    Func<TParent, TValue> get,
    ValueWriter<TValue> writer
) : FieldPlan<TParent>
{
    private readonly byte[] _prefix = field.Prefix;
    private readonly string _name = field.ResponseName;

    public override bool IsAsync => writer.IsAsync;

    public override bool Execute(TParent parent, ExecutionBranch branch)
    {
        branch.Buffer.WriteRaw(_prefix);
        branch.EnterField(_name);
        var isWritten = TryGet(parent, branch, out var value)
            ? writer.Write(value!, branch)
            : branch.Null(writer.IsNonNull);
        branch.Leave();
        return isWritten;
    }

    public override async Task<bool> ExecuteAsync(TParent parent, ExecutionBranch branch)
    {
        branch.Buffer.WriteRaw(_prefix);
        branch.EnterField(_name);
        var isWritten = TryGet(parent, branch, out var value)
            ? await writer.WriteAsync(value!, branch)
            : branch.Null(writer.IsNonNull);
        branch.Leave();
        return isWritten;
    }

    private bool TryGet(TParent parent, ExecutionBranch branch, out TValue? value)
    {
        try
        {
            value = get(parent);
            return true;
        }
        catch (Exception exception) when (branch.IsFieldError(exception))
        {
            branch.AddFailure(exception, field);
            value = default;
            return false;
        }
    }
}

internal sealed class ResolverPlan<TParent, TValue>(
    FieldUsage field,
    ArgumentPlan arguments,
    Func<TParent, object?, ResolverContext, TValue> resolve,
    ValueWriter<TValue> writer
) : FieldPlan<TParent>
{
    public override bool IsAsync => writer.IsAsync;

    public override bool Execute(TParent parent, ExecutionBranch branch)
    {
        branch.Buffer.WriteRaw(field.Prefix);
        branch.EnterField(field.ResponseName);
        var isWritten = TryResolve(parent, branch, out var value)
            ? writer.Write(value!, branch)
            : branch.Null(writer.IsNonNull);
        branch.Leave();
        return isWritten;
    }

    public override async Task<bool> ExecuteAsync(TParent parent, ExecutionBranch branch)
    {
        branch.Buffer.WriteRaw(field.Prefix);
        branch.EnterField(field.ResponseName);
        var isWritten = TryResolve(parent, branch, out var value)
            ? await writer.WriteAsync(value!, branch)
            : branch.Null(writer.IsNonNull);
        branch.Leave();
        return isWritten;
    }

    private bool TryResolve(TParent parent, ExecutionBranch branch, out TValue? value)
    {
        try
        {
            value = resolve(parent, arguments.Get(branch.Shared), branch);
            return true;
        }
        catch (Exception exception) when (branch.IsFieldError(exception))
        {
            branch.AddFailure(exception, field);
            value = default;
            return false;
        }
    }
}

internal sealed class AsyncPlan<TParent, TValue>(
    FieldUsage field,
    ArgumentPlan arguments,
    Func<TParent, object?, ResolverContext, Task<TValue>> resolve,
    ValueWriter<TValue> writer
) : FieldPlan<TParent>
{
    public override bool IsAsync => true;

    public override bool Execute(TParent parent, ExecutionBranch branch) =>
        throw new InvalidOperationException($"{field.Coordinate} is asynchronous.");

    public override async Task<bool> ExecuteAsync(TParent parent, ExecutionBranch branch)
    {
        branch.Buffer.WriteRaw(field.Prefix);
        branch.EnterField(field.ResponseName);
        bool isWritten;
        TValue value;
        try
        {
            value = await resolve(parent, arguments.Get(branch.Shared), branch);
        }
        catch (Exception exception) when (branch.IsFieldError(exception))
        {
            branch.AddFailure(exception, field);
            isWritten = branch.Null(writer.IsNonNull);
            branch.Leave();
            return isWritten;
        }

        isWritten = await writer.WriteAsync(value, branch);
        branch.Leave();
        return isWritten;
    }
}

/// <summary>A field with a policy of which this caller may be refused.</summary>
/// <param name="checks">Indexes into <see cref="ExecutionRequest.Denied"/>.</param>
internal sealed class GuardedPlan<TParent>(FieldUsage field, int[] checks, FieldPlan<TParent> inner)
    : FieldPlan<TParent>
{
    public override bool IsAsync => inner.IsAsync;

    public override bool Execute(TParent parent, ExecutionBranch branch) =>
        Refuse(branch) ?? inner.Execute(parent, branch);

    public override Task<bool> ExecuteAsync(TParent parent, ExecutionBranch branch) =>
        Refuse(branch) is { } isWritten ? Task.FromResult(isWritten) : inner.ExecuteAsync(parent, branch);

    private bool? Refuse(ExecutionBranch branch)
    {
        var denied = branch.Shared.Denied;
        if (
            denied is null
            || checks.Select(check => denied[check]).FirstOrDefault(error => error is not null) is not { } error
        )
        {
            return null;
        }

        branch.Buffer.WriteRaw(field.Prefix);
        branch.EnterField(field.ResponseName);
        branch.AddError(error.Message, field.Locations, error.Code);
        branch.Leave();
        return branch.Null(field.IsNonNull);
    }
}
