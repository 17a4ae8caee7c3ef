namespace RegionalNetwork.Domain.Returns.Rounds;

/// <summary>What happens to the round of a collection and period.</summary>
public abstract record RoundEvent;

/// <summary>From now on others see what was released by then.</summary>
/// <param name="Number">From 1.</param>
public sealed record RoundCompiled(string Collection, string Period, int Number, DateTimeOffset At) : RoundEvent;
