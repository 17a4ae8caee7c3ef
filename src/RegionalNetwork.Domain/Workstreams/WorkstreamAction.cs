namespace RegionalNetwork.Domain.Workstreams;

/// <summary>Something that one council undertook to do for a workstream.</summary>
/// <param name="Id">Unique within the workstream.</param>
public sealed record WorkstreamAction(string Id, WorkstreamActionDetails Details, ActionStatus Status);

/// <param name="Owner">Nine-character code of the council that undertook it.</param>
/// <param name="DueOn">Last day to do it, or null when open.</param>
public sealed record WorkstreamActionDetails(string Title, string Owner, DateOnly? DueOn);

public enum ActionStatus
{
    Open,
    OnTrack,
    AtRisk,
    Done,
    Dropped,
}
