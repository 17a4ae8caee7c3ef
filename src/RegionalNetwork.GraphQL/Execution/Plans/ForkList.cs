namespace RegionalNetwork.GraphQL.Execution.Plans;

/// <summary>
/// Parts of one object or list that run at the same time, each with a buffer of its own, and are joined in order. Every
/// part is awaited even if an earlier one fails: nothing of a request runs on after its answer.
/// </summary>
internal sealed class ForkList(ExecutionBranch parent) : IDisposable
{
    private readonly List<Part> _parts = [];
    private int _failed = -1;

    /// <summary>A new part.</summary>
    public ExecutionBranch Add()
    {
        var fork = parent.Fork();
        _parts.Add(new Part(fork));
        return fork;
    }

    /// <summary>The part to write synchronous values to: the last one, unless that is awaited.</summary>
    public ExecutionBranch Last() => _parts.Count == 0 || _parts[^1].Task is not null ? Add() : _parts[^1].Branch;

    /// <summary>The last part is being written by this task.</summary>
    public void Started(Task<bool> task) => _parts[^1].Task = task;

    /// <summary>Null goes up from the last part: only its errors count.</summary>
    public void FailLast() => _failed = _parts.Count - 1;

    /// <returns>False where a null has to go up; then the parent has the errors and no output.</returns>
    public async Task<bool> JoinAsync()
    {
        // Throws what concerns the whole request, but only when all have ended.
        await Task.WhenAll(_parts.Where(part => part.Task is not null).Select(part => part.Task!));
        for (var i = 0; i < _parts.Count && _failed < 0; i++)
        {
            if (_parts[i].Task is { Result: false })
            {
                _failed = i;
            }
        }

        if (_failed >= 0)
        {
            parent.AppendErrors(_parts[_failed].Branch);
            return false;
        }

        foreach (var part in _parts)
        {
            parent.Append(part.Branch);
        }

        return true;
    }

    public void Dispose()
    {
        foreach (var part in _parts)
        {
            // When the request ends early a part may still be writing: its buffer must not go to another request.
            if (part.Task is null or { IsCompleted: true })
            {
                part.Branch.Dispose();
            }
        }
    }

    private sealed class Part(ExecutionBranch branch)
    {
        public ExecutionBranch Branch { get; } = branch;

        public Task<bool>? Task { get; set; }
    }
}
