namespace RegionalNetwork.Domain.Kernel;

/// <summary>What a grain decided: the events to record, or the refusals. Never both; neither means "nothing to change".</summary>
public sealed record Decision<TEvent>(IReadOnlyList<TEvent> Events, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>The command asks for what already is: accepted, nothing recorded.</summary>
    public static Decision<TEvent> Unchanged { get; } = new([], []);

    public bool IsRefused => Refusals.Count > 0;

    public static Decision<TEvent> Refused(IReadOnlyList<Refusal> refusals) => new([], refusals);

    public static implicit operator Decision<TEvent>(TEvent happened) => new([happened], []);

    public static implicit operator Decision<TEvent>(TEvent[] happened) => new(happened, []);

    public static implicit operator Decision<TEvent>(Refusal refusal) => new([], [refusal]);
}
