namespace RegionalNetwork.GraphQL.Execution.Plans;

/// <summary>The fields asked of an object of one type. One plan serves every place that asks for the same.</summary>
internal sealed class ObjectPlan<T>(FieldPlan<T>[] fields)
{
    public FieldPlan<T>[] Fields { get; } = fields;

    public bool IsAsync { get; } = Array.Exists(fields, field => field.IsAsync);
}

internal sealed class ObjectWriter<T>(FieldUsage field, ObjectPlan<T> plan, bool isNonNull)
    : ValueWriter<T>(field, isNonNull)
{
    private readonly FieldPlan<T>[] _fields = plan.Fields;

    public override bool IsAsync => plan.IsAsync;

    public override bool Write(T value, ExecutionBranch branch) =>
        value is null
            ? branch.ResolvedNull(Field, IsNonNull)
            : WriteFields(_fields, value, branch) || branch.Null(IsNonNull);

    public override async Task<bool> WriteAsync(T value, ExecutionBranch branch) =>
        value is null
            ? branch.ResolvedNull(Field, IsNonNull)
            : await WriteFieldsAsync(_fields, value, branch) || branch.Null(IsNonNull);

    /// <returns>False where a null has to go up; then nothing has been written.</returns>
    public static bool WriteFields(FieldPlan<T>[] fields, T value, ExecutionBranch branch)
    {
        var start = branch.Buffer.Position;
        foreach (var field in fields)
        {
            if (!field.Execute(value, branch))
            {
                branch.Buffer.Truncate(start);
                return false;
            }
        }

        Close(fields, branch);
        return true;
    }

    /// <summary>Starts all fields in order, then joins them in order.</summary>
    public static async Task<bool> WriteFieldsAsync(FieldPlan<T>[] fields, T value, ExecutionBranch branch)
    {
        using var forks = new ForkList(branch);
        foreach (var field in fields)
        {
            if (field.IsAsync)
            {
                var fork = forks.Add();
                forks.Started(field.ExecuteAsync(value, fork));
            }
            else if (!field.Execute(value, forks.Last()))
            {
                forks.FailLast();
                break;
            }
        }

        if (!await forks.JoinAsync())
        {
            return false;
        }

        Close(fields, branch);
        return true;
    }

    /// <summary>For the root of a mutation: a field starts when the one before has ended.</summary>
    public static async Task<bool> WriteFieldsSeriallyAsync(FieldPlan<T>[] fields, T value, ExecutionBranch branch)
    {
        foreach (var field in fields)
        {
            branch.CancellationToken.ThrowIfCancellationRequested();
            if (!(field.IsAsync ? await field.ExecuteAsync(value, branch) : field.Execute(value, branch)))
            {
                return false;
            }
        }

        Close(fields, branch);
        return true;
    }

    private static void Close(FieldPlan<T>[] fields, ExecutionBranch branch) =>
        branch.Buffer.WriteRaw(fields.Length == 0 ? "{}"u8 : "}"u8);
}
