using System.Collections.Immutable;

namespace RegionalNetwork.Domain.Returns.Rounds;

/// <summary>
/// What was released of a collection and period when it was compiled. Others see what councils return round by round, not return
/// by return: disclosure control works on what becomes visible together.
/// </summary>
/// <param name="Number">From 1.</param>
/// <param name="Included">By key of the unit.</param>
public sealed record CompiledRound(
    string Collection,
    string Period,
    int Number,
    DateTimeOffset At,
    ImmutableSortedDictionary<string, IncludedReturn> Included
)
{
    /// <summary>By code: regions whose hubs add up themselves.</summary>
    public ImmutableSortedDictionary<string, RegionSums> Sums { get; init; } = RegionSums.None;
}

/// <summary>One return in a round: released, not withdrawn, and past its embargo on that day.</summary>
/// <param name="Councils">Nine-character codes of the unit, in order.</param>
/// <param name="Level">How far it may be seen.</param>
/// <param name="ReleasedOn">First day on which others may see it at this level.</param>
public sealed record IncludedReturn(
    string UnitKey,
    IReadOnlyList<string> Councils,
    int Vintage,
    ReturnFigures Figures,
    ReleaseLevel Level,
    DateOnly ReleasedOn
)
{
    /// <summary>What there is to include of a return on a day; null for nothing.</summary>
    internal static IncludedReturn? Of(CouncilReturn one, DateOnly day)
    {
        if (one.ReleasedOn(day) is not { } vintage)
        {
            return null;
        }

        var level = vintage.LevelOn(day)!.Value;
        var from = vintage.OpenSince(level, day);
        var unit = one.Key.Unit;
        return new IncludedReturn(unit.Key, unit.Councils, vintage.Number, vintage.Content.Figures, level, from);
    }

    internal bool SameAs(IncludedReturn other) => (Vintage, Level) == (other.Vintage, other.Level);
}
