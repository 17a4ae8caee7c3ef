namespace RegionalNetwork.EventSourcing.Grains;

/// <summary>The rules of one kind of grain, as pure functions.</summary>
/// <param name="Category">Category of its streams: <c>council</c>.</param>
/// <param name="Initial">State of a grain, by key, to which nothing has happened yet.</param>
/// <param name="Decide">
/// What follows from a command. Called again, on later state, when another process was first.
/// </param>
/// <param name="Evolve">
/// The state after an event. It accepts every event that was ever recorded: it never refuses.
/// </param>
public sealed record Aggregate<TState, TCommand, TEvent, TRefusal>(
    string Category,
    Func<string, TState> Initial,
    Func<TState, TCommand, DecisionContext, Decided<TEvent, TRefusal>> Decide,
    Func<TState, TEvent, TState> Evolve
);

/// <summary>
/// What a decision may know beside state and command. Whatever else it needs belongs into the command.
/// </summary>
public sealed record DecisionContext(string Actor, string CommandId, DateTimeOffset Now);

/// <summary>Events to record or refusals, never both; neither means that there is nothing to change.</summary>
public readonly record struct Decided<TEvent, TRefusal>(IReadOnlyList<TEvent> Events, IReadOnlyList<TRefusal> Refusals);
