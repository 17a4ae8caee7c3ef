namespace RegionalNetwork.Domain.Workstreams;

/// <summary>What may follow what.</summary>
public static class WorkstreamStatuses
{
    public static IReadOnlyList<WorkstreamStatus> After(WorkstreamStatus status) =>
        status switch
        {
            WorkstreamStatus.Proposed => [WorkstreamStatus.Active, WorkstreamStatus.Closed],
            WorkstreamStatus.Active => [WorkstreamStatus.Paused, WorkstreamStatus.Completed, WorkstreamStatus.Closed],
            WorkstreamStatus.Paused => [WorkstreamStatus.Active, WorkstreamStatus.Completed, WorkstreamStatus.Closed],
            WorkstreamStatus.Completed => [WorkstreamStatus.Active, WorkstreamStatus.Closed],
            _ => [],
        };
}
