using RegionalNetwork.Domain.Publications;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Benchmarking;

namespace RegionalNetwork.Server.Subscriptions;

/// <summary>The rollup of an area has changed.</summary>
/// <param name="Vintage">Null where there is none yet.</param>
internal sealed record RollupChange(
    JournalPosition At,
    DateTimeOffset RecordedAt,
    int? Vintage,
    IReadOnlyList<RollupView> Changed,
    IReadOnlyList<Period> Withdrawn
) : Occurrence(At, RecordedAt)
{
    /// <summary>Null where nothing that is shown has changed.</summary>
    public static RollupChange? Between(
        IReadOnlyList<RollupView> before,
        IReadOnlyList<RollupView> after,
        JournalPosition at,
        DateTimeOffset recordedAt,
        int vintage
    )
    {
        RollupView[] changed = [.. after.Where(now => !before.Any(was => Same(was, now)))];
        Period[] withdrawn =
        [
            .. before.Select(was => was.Period).Where(was => after.All(now => now.Period.Code != was.Code)),
        ];
        return changed.Length + withdrawn.Length == 0
            ? null
            : new RollupChange(at, recordedAt, vintage == 0 ? null : vintage, changed, withdrawn);
    }

    private static bool Same(RollupView one, RollupView other) =>
        one.Period.Code == other.Period.Code
        && Nullable.Equals(one.Value, other.Value)
        && Nullable.Equals(one.Numerator, other.Numerator)
        && Nullable.Equals(one.Denominator, other.Denominator)
        && one.Published?.Text == other.Published?.Text
        && one.Coverage?.Contributors == other.Coverage?.Contributors
        && one.Coverage?.Expected == other.Coverage?.Expected;
}
