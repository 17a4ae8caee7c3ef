using RegionalNetwork.Domain.Returns.Rounds;

namespace RegionalNetwork.Domain.Returns;

/// <summary>All that a <see cref="ReturnDirectory"/> holds of one collection and period, in a form that can be written down.</summary>
/// <param name="Returns">By key of the unit.</param>
/// <param name="Rounds">Oldest first.</param>
/// <param name="Waiting">Keys of units whose next compile may differ.</param>
/// <param name="Sums">Of regions whose hub sent others since the last round.</param>
public sealed record BoardState(
    string Collection,
    string Period,
    IReadOnlyList<CouncilReturn> Returns,
    IReadOnlyList<RoundChange> Rounds,
    IReadOnlyList<string> Waiting,
    IReadOnlyList<RegionSums> Sums
);

/// <summary>What a round changed in the one before it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Joined">Returns that the round before did not have, or not so.</param>
/// <param name="Left">Keys of units that only the round before had.</param>
/// <param name="Sums">Of regions whose hub sent others since the round before.</param>
public sealed record RoundChange(
    int Number,
    DateTimeOffset At,
    IReadOnlyList<IncludedState> Joined,
    IReadOnlyList<string> Left,
    IReadOnlyList<RegionSums> Sums
);

/// <summary>An <see cref="IncludedReturn"/>, by the vintage of which it is.</summary>
public sealed record IncludedState(string UnitKey, int Vintage, ReleaseLevel Level, DateOnly ReleasedOn);
