using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Serialization;

namespace RegionalNetwork.EventSourcing.Grains;

/// <summary>
/// One aggregate in memory. Its state is always the fold of its stream up to a version; a turn that fails leaves it
/// there, and the next turn reads on before it decides.
/// </summary>
internal sealed class Grain<TState, TCommand, TEvent, TRefusal>(
    StreamId stream,
    Aggregate<TState, TCommand, TEvent, TRefusal> aggregate,
    IEventCodec<TEvent> codec,
    IJournal journal,
    TimeProvider time
)
{
    private TState _state = aggregate.Initial(stream.Key);
    private StreamVersion _version = StreamVersion.None;
    private JournalPosition _position = JournalPosition.Start;
    private bool _isBehind = true;

    /// <summary>Must not run twice at a time: the directory sees to that.</summary>
    public async Task<GrainReply<TRefusal>> TurnAsync(GrainCommand<TCommand> command)
    {
        if (_isBehind)
        {
            await CatchUpAsync();
        }
        for (var attempt = 0; attempt <= Limits.GrainConflictRetries; attempt++)
        {
            var now = time.GetUtcNow();
            var decided = aggregate.Decide(
                _state,
                command.Command,
                new DecisionContext(command.Actor, command.CommandId, now)
            );
            var reply =
                decided.Refusals.Count > 0 || decided.Events.Count == 0
                    ? await ReplyWithoutEventsAsync(command, decided)
                    : await RecordAsync(command, decided.Events, now);
            if (reply is not null)
            {
                return reply;
            }
        }
        throw new GrainBusyException(
            $"Other processes changed {stream} {Limits.GrainConflictRetries + 1} times while the command was "
                + "decided. Send it again."
        );
    }

    /// <summary>Null when the decision was made on old state, which is up to date now.</summary>
    private async Task<GrainReply<TRefusal>?> RecordAsync(
        GrainCommand<TCommand> command,
        IReadOnlyList<TEvent> events,
        DateTimeOffset now
    )
    {
        // Encode and fold first: events that cannot be kept or folded must not get into the journal.
        var request = new AppendRequest(
            stream,
            _version,
            command.CommandId,
            command.Actor,
            now,
            [.. events.Select(codec.Encode)]
        );
        var next = events.Aggregate(_state, aggregate.Evolve);
        // Until the append answers, what the journal holds is open: whatever ends this turn, the next one reads first.
        _isBehind = true;
        var result = await journal.AppendAsync(request, CancellationToken.None);
        switch (result)
        {
            case AppendResult.Appended appended:
                (_state, _version, _position, _isBehind) = (next, appended.Version, appended.LastPosition, false);
                return new GrainReply<TRefusal>.Accepted(_position, _version, IsRepeat: false);
            case AppendResult.AlreadyHandled handled:
                _isBehind = handled.Version > _version;
                return Repeat(handled);
            default:
                await CatchUpAsync();
                return null;
        }
    }

    /// <summary>
    /// Nothing will tell us at an append that our state is old, or that the command has succeeded before: look.
    /// </summary>
    private async Task<GrainReply<TRefusal>?> ReplyWithoutEventsAsync(
        GrainCommand<TCommand> command,
        Decided<TEvent, TRefusal> decided
    )
    {
        if (await journal.FindCommandAsync(stream, command.CommandId) is { } handled)
        {
            return Repeat(handled);
        }
        if (await CatchUpAsync())
        {
            return null;
        }
        return decided.Refusals.Count > 0
            ? new GrainReply<TRefusal>.Refused(_position, decided.Refusals)
            : new GrainReply<TRefusal>.Accepted(_position, _version, IsRepeat: false);
    }

    private static GrainReply<TRefusal>.Accepted Repeat(AppendResult.AlreadyHandled handled) =>
        new(handled.LastPosition, handled.Version, IsRepeat: true);

    /// <summary>Folds what the stream has beyond the state; true when there was anything.</summary>
    private async Task<bool> CatchUpAsync()
    {
        var before = _version;
        while (await journal.ReadStreamAsync(stream, _version, Limits.ReadEntries) is { Count: > 0 } entries)
        {
            var state = _state;
            foreach (var entry in entries)
            {
                state = aggregate.Evolve(state, codec.Decode(entry));
            }
            (_state, _version, _position) = (state, entries[^1].Version, entries[^1].Position);
        }
        _isBehind = false;
        return _version != before;
    }
}
