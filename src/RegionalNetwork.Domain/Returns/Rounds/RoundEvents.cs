namespace RegionalNetwork.Domain.Returns.Rounds;

/// <summary>What happens to the round of a collection and period.</summary>
public abstract record RoundEvent;

/// <summary>From now on others see what was released by then.</summary>
/// <param name="Number">From 1.</param>
public sealed record RoundCompiled(string Collection, string Period, int Number, DateTimeOffset At) : RoundEvent;

/// <summary>The hub of a region sent the sums of its last round. They are part of what others see from the next compile on.</summary>
/// <param name="Number">Of what was received of the collection and period, from 1.</param>
/// <param name="Region">Nine-character code.</param>
public sealed record SumsReceived(
    string Collection,
    string Period,
    int Number,
    string Region,
    IReadOnlyList<IndicatorSum> Sums,
    DateTimeOffset At
) : RoundEvent;
