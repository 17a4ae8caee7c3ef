using RegionalNetwork.GraphQL.Binding.Outputs;

namespace RegionalNetwork.GraphQL.Execution.Plans;

/// <summary>
/// Writes a field's value or a list's item: https://spec.graphql.org/September2025/#CompleteValue().
/// </summary>
/// <remarks>The result is whether something was written; if not, the error has been added and the buffer is as it was.</remarks>
internal abstract class ValueWriter<T>(FieldUsage field, bool isNonNull)
{
    public bool IsNonNull { get; } = isNonNull;

    /// <summary>Something below is awaited, so that <see cref="WriteAsync"/> must be used.</summary>
    public virtual bool IsAsync => false;

    protected FieldUsage Field { get; } = field;

    public abstract bool Write(T value, ExecutionBranch branch);

    public virtual Task<bool> WriteAsync(T value, ExecutionBranch branch) => Task.FromResult(Write(value, branch));
}

internal sealed class LeafWriter<T>(FieldUsage field, LeafFormat<T> format, bool isNonNull)
    : ValueWriter<T>(field, isNonNull)
{
    public override bool Write(T value, ExecutionBranch branch)
    {
        if (typeof(T).IsValueType ? format.IsNull(value) : value is null)
        {
            return branch.ResolvedNull(Field, IsNonNull);
        }

        var start = branch.Buffer.Position;
        try
        {
            format.Write(value, branch.Buffer);
            return true;
        }
        catch (Exception exception) when (branch.IsFieldError(exception))
        {
            branch.Buffer.Truncate(start);
            branch.AddFailure(exception, Field);
            return branch.Null(IsNonNull);
        }
    }
}

/// <summary>The target decides on null.</summary>
internal sealed class ConvertingWriter<T, TTarget>(
    FieldUsage field,
    Func<T, TTarget> convert,
    ValueWriter<TTarget> target
) : ValueWriter<T>(field, target.IsNonNull)
{
    public override bool IsAsync => target.IsAsync;

    public override bool Write(T value, ExecutionBranch branch) =>
        value is null ? branch.ResolvedNull(Field, IsNonNull) : target.Write(convert(value), branch);

    public override Task<bool> WriteAsync(T value, ExecutionBranch branch) =>
        value is null
            ? Task.FromResult(branch.ResolvedNull(Field, IsNonNull))
            : target.WriteAsync(convert(value), branch);
}
