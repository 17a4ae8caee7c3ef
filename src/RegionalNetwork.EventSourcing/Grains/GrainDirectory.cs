using System.Collections.Concurrent;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Serialization;

namespace RegionalNetwork.EventSourcing.Grains;

/// <summary>
/// All grains of one kind. A grain comes into memory with its first command, by replay of its stream, takes one turn at
/// a time in order of arrival, and leaves memory when it has been idle or when others need its place. Its events are
/// durable before a command is answered. Other processes may work on the same journal: the journal's expected version
/// decides who was first.
/// </summary>
public sealed class GrainDirectory<TState, TCommand, TEvent, TRefusal> : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, GrainActivation<TState, TCommand, TEvent, TRefusal>> _active = new();
    private readonly Aggregate<TState, TCommand, TEvent, TRefusal> _aggregate;
    private readonly IEventCodec<TEvent> _codec;
    private readonly IJournal _journal;
    private readonly TimeProvider _time;
    private readonly GrainOptions _options;
    private readonly ITimer _sweep;
    private readonly Lock _activating = new();

    public GrainDirectory(
        Aggregate<TState, TCommand, TEvent, TRefusal> aggregate,
        IEventCodec<TEvent> codec,
        IJournal journal,
        TimeProvider time,
        GrainOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(aggregate);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        (_aggregate, _codec, _journal, _time, _options) = (aggregate, codec, journal, time, options);
        _sweep = time.CreateTimer(_ => DeactivateIdle(), state: null, options.Idle / 2, options.Idle / 2);
    }

    /// <summary>Grains in memory now.</summary>
    public int ActiveCount => _active.Count;

    /// <summary>Gives a command to a grain and waits for its reply.</summary>
    /// <param name="key">Key of the grain's stream.</param>
    /// <param name="cancellationToken">Ends the wait for a turn. A turn that has begun is not cancelled.</param>
    /// <exception cref="ArgumentException">
    /// The key, the command id or the actor is not of the form that a journal takes.
    /// </exception>
    /// <exception cref="GrainBusyException">
    /// Too many turns wait for this grain, or too many grains are busy.
    /// </exception>
    /// <exception cref="JournalUnavailableException">The outcome is open: send the same command again.</exception>
    public async Task<GrainReply<TRefusal>> SendAsync(
        string key,
        GrainCommand<TCommand> command,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(command);
        CommandId.ThrowIfInvalid(command.CommandId);
        var activation = Enter(new StreamId(_aggregate.Category, key));
        try
        {
            return await activation.TakeTurnAsync(command, cancellationToken);
        }
        finally
        {
            activation.Touch(_time.GetTimestamp());
            activation.Mailbox.Leave();
        }
    }

    public ValueTask DisposeAsync() => _sweep.DisposeAsync();

    private GrainActivation<TState, TCommand, TEvent, TRefusal> Enter(StreamId stream)
    {
        while (true)
        {
            var activation = _active.GetValueOrDefault(stream.Key) ?? Activate(stream);
            switch (activation.Mailbox.TryEnter())
            {
                case MailboxEntry.Entered:
                    return activation;
                case MailboxEntry.Full:
                    throw new GrainBusyException(
                        $"{_options.MailboxTurns} commands wait for {stream} already. Send this one again in a moment."
                    );
                default:
                    // It was deactivated between look-up and entry; whoever closed it also takes it out of the
                    // directory.
                    _active.TryRemove(KeyValuePair.Create(stream.Key, activation));
                    break;
            }
        }
    }

    private GrainActivation<TState, TCommand, TEvent, TRefusal> Activate(StreamId stream)
    {
        // One at a time, or several could take the last place. The replay comes later, in the grain's first turn.
        lock (_activating)
        {
            if (_active.TryGetValue(stream.Key, out var activation))
            {
                return activation;
            }
            MakeRoom();
            var grain = new Grain<TState, TCommand, TEvent, TRefusal>(stream, _aggregate, _codec, _journal, _time);
            activation = new GrainActivation<TState, TCommand, TEvent, TRefusal>(grain, _options.MailboxTurns);
            activation.Touch(_time.GetTimestamp());
            _active[stream.Key] = activation;
            return activation;
        }
    }

    private void DeactivateIdle()
    {
        foreach (var (key, activation) in _active)
        {
            if (_time.GetElapsedTime(activation.LastUsed) >= _options.Idle)
            {
                TryDeactivate(key, activation);
            }
        }
    }

    /// <summary>
    /// At the limit, the grains that have rested longest leave: a sixteenth of them at once, so that this is rare.
    /// </summary>
    private void MakeRoom()
    {
        if (_active.Count < _options.ActiveGrains)
        {
            return;
        }
        var toLeave = Math.Max(1, _options.ActiveGrains / 16);
        foreach (var (key, activation) in _active.ToArray().OrderBy(a => a.Value.LastUsed))
        {
            toLeave -= TryDeactivate(key, activation) ? 1 : 0;
            if (toLeave == 0)
            {
                return;
            }
        }
        if (_active.Count >= _options.ActiveGrains)
        {
            throw new GrainBusyException(
                $"All {_options.ActiveGrains} places for grains are busy. Send the command again in a moment."
            );
        }
    }

    private bool TryDeactivate(string key, GrainActivation<TState, TCommand, TEvent, TRefusal> activation) =>
        activation.Mailbox.TryClose() && _active.TryRemove(KeyValuePair.Create(key, activation));
}
