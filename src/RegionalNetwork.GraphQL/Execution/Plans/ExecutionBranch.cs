using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Binding.Outputs;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Execution.Inputs;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Execution.Plans;

/// <summary>
/// One strand of an execution: what it writes, where it stands, what failed. A synchronous operation has one; each field
/// that is awaited writes to a fork of its own, joined in order.
/// </summary>
internal sealed class ExecutionBranch(ExecutionRequest request) : ResolverContext, IDisposable
{
    private const int InitialPathLength = 16;

    private PathSegment[] _path = new PathSegment[InitialPathLength];
    private int _pathLength;

    public ExecutionRequest Shared { get; } = request;

    public JsonBuffer Buffer { get; } = new(request.Limits.MaxResultBytes);

    /// <summary>Null until one occurs.</summary>
    public List<GraphQLError>? Errors { get; private set; }

    public override CancellationToken CancellationToken => Shared.CancellationToken;

    public override IReadOnlyList<object> Path =>
        [.. _path.Take(_pathLength).Select(segment => (object?)segment.Name ?? segment.Index)];

    public override T Request<T>() =>
        Shared.Context as T
        ?? throw new InvalidOperationException($"The executor was not given a {typeof(T).Name} for this request.");

    public ExecutionBranch Fork()
    {
        var fork = new ExecutionBranch(Shared) { _path = [.. _path], _pathLength = _pathLength };
        return fork;
    }

    public void EnterField(string responseName) => Push(new PathSegment(responseName, 0));

    public void EnterItem(int index) => Push(new PathSegment(null, index));

    public void Leave() => _pathLength--;

    /// <summary>Writes null, or tells the parent to become null.</summary>
    /// <returns>Whether a value was written.</returns>
    public bool Null(bool isNonNull)
    {
        if (!isNonNull)
        {
            Buffer.WriteNull();
        }

        return !isNonNull;
    }

    /// <summary>A null that a resolver gave: an error where the schema says that there is none.</summary>
    public bool ResolvedNull(FieldUsage field, bool isNonNull)
    {
        if (isNonNull)
        {
            AddError($"Cannot return null for non-nullable field {field.Coordinate}.", field.Locations, null);
        }

        return Null(isNonNull);
    }

    /// <summary>Whether an exception concerns one field. Cancellation and an over-long result concern the whole request.</summary>
    public bool IsFieldError(Exception exception) =>
        exception is not ResultTooLargeException
        && !(exception is OperationCanceledException && CancellationToken.IsCancellationRequested);

    public void AddFailure(Exception exception, FieldUsage field)
    {
        if (HasEnoughErrors)
        {
            // A bug that strikes every row of a long list is not worth a log line for each.
            return;
        }

        switch (exception)
        {
            case GraphQLFieldException known:
                AddError(known.Message, field.Locations, known.Code);
                break;
            case ArgumentCoercionException argument:
                AddError(argument.Message, [argument.Node.Span.Location], null);
                break;
            case CoercionException:
                AddError(exception.Message, field.Locations, null);
                break;
            default:
                AddError(Shared.ReportInternalError(exception, Path), field.Locations, ErrorCodes.InternalError);
                break;
        }
    }

    public void AddError(string message, IReadOnlyList<SourceLocation> locations, string? code)
    {
        if (!HasEnoughErrors)
        {
            // What fails before there is a field concerns none.
            Add(new GraphQLError(message, locations, _pathLength == 0 ? null : Path, code));
        }
    }

    /// <summary>Takes over what a fork wrote.</summary>
    public void Append(ExecutionBranch fork)
    {
        Buffer.WriteRaw(fork.Buffer.Written);
        AppendErrors(fork);
    }

    public void AppendErrors(ExecutionBranch fork)
    {
        foreach (var error in fork.Errors ?? [])
        {
            Add(error);
        }
    }

    public void Dispose() => Buffer.Dispose();

    /// <summary>As many as a response reports, and the one that says that there are more.</summary>
    private bool HasEnoughErrors => Errors is not null && Errors.Count > Shared.Limits.MaxErrors;

    private void Add(GraphQLError error)
    {
        if (!HasEnoughErrors)
        {
            Errors ??= [];
            Errors.Add(Errors.Count < Shared.Limits.MaxErrors ? error : ErrorCodes.TooManyErrors(Errors.Count));
        }
    }

    private void Push(PathSegment segment)
    {
        if (_pathLength == _path.Length)
        {
            Array.Resize(ref _path, _path.Length * 2);
        }

        _path[_pathLength++] = segment;
    }

    private readonly record struct PathSegment(string? Name, int Index);
}
