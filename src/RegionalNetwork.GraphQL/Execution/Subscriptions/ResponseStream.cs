using System.Buffers;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Execution.Plans;

namespace RegionalNetwork.GraphQL.Execution.Subscriptions;

/// <summary>How a subscription began.</summary>
/// <param name="Stream">Null where <paramref name="Errors"/> are.</param>
/// <param name="Errors">Request errors: the one response, after which there is no other.</param>
public readonly record struct SubscriptionStart(ResponseStream? Stream, IReadOnlyList<GraphQLError> Errors);

/// <summary>What came of asking for the next response.</summary>
public enum StreamStep
{
    /// <summary>An event happened and its response was written.</summary>
    Event,

    /// <summary>The source stream has ended. Nothing was written.</summary>
    Ended,

    /// <summary>The source stream failed: see <see cref="ResponseStream.Errors"/>. Nothing was written.</summary>
    Failed,
}

/// <summary>
/// https://spec.graphql.org/September2025/#MapSourceToResponseEvent(): a response for each event of the source stream, made when
/// it is asked for. Not for concurrent use; disposing it disposes of the source stream.
/// </summary>
public sealed class ResponseStream : IAsyncDisposable
{
    private readonly EventReader _events;
    private readonly EventRun _run;
    private readonly FieldUsage _field;
    private readonly ExecutionBranch _branch;
    private Task<bool> _moving = Task.FromResult(true);

    internal ResponseStream(EventReader events, EventRun run, FieldUsage field, ExecutionBranch branch) =>
        (_events, _run, _field, _branch) = (events, run, field, branch);

    /// <summary>Why the source stream failed; empty unless it did.</summary>
    public IReadOnlyList<GraphQLError> Errors => _branch.Errors ?? [];

    /// <summary>Waits for the next event and writes its response as JSON in UTF-8, in one piece.</summary>
    /// <exception cref="OperationCanceledException">
    /// when the subscription is cancelled, at once even where its source does not hear of it; nothing has been written.
    /// </exception>
    public async ValueTask<StreamStep> NextAsync(IBufferWriter<byte> output)
    {
        try
        {
            _moving = _events.MoveNextAsync().AsTask();
            if (!await _moving.WaitAsync(_run.CancellationToken))
            {
                return StreamStep.Ended;
            }
        }
        catch (Exception exception) when (_branch.IsFieldError(exception))
        {
            _branch.AddFailure(exception, _field);
            return StreamStep.Failed;
        }

        await _run.ExecuteAsync(_events.Current, output);
        return StreamStep.Event;
    }

    public async ValueTask DisposeAsync()
    {
        if (_moving.IsCompleted)
        {
            await _events.DisposeAsync();
        }
        else
        {
            _ = DisposeOnceMovedAsync();
        }
    }

    /// <summary>A stream cannot be disposed of while it moves, and nobody should wait for one that is slow to hear.</summary>
    private async Task DisposeOnceMovedAsync()
    {
        // What it throws now is of no use to anybody: the subscription has been cancelled.
        await ((Task)_moving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _events.DisposeAsync();
    }
}
