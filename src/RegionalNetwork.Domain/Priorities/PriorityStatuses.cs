namespace RegionalNetwork.Domain.Priorities;

/// <summary>What may follow what. Achieved and carried forward can be taken back into progress, should that have been a slip.</summary>
public static class PriorityStatuses
{
    public static IReadOnlyList<PriorityStatus> After(PriorityStatus status) =>
        status switch
        {
            PriorityStatus.Proposed => [PriorityStatus.Approved, PriorityStatus.InProgress, PriorityStatus.Withdrawn],
            PriorityStatus.Approved =>
            [
                PriorityStatus.InProgress,
                PriorityStatus.Achieved,
                PriorityStatus.CarriedForward,
                PriorityStatus.Withdrawn,
            ],
            PriorityStatus.InProgress =>
            [
                PriorityStatus.Approved,
                PriorityStatus.Achieved,
                PriorityStatus.CarriedForward,
                PriorityStatus.Withdrawn,
            ],
            PriorityStatus.Achieved or PriorityStatus.CarriedForward => [PriorityStatus.InProgress],
            _ => [],
        };
}
