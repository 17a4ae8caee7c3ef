using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Workstreams;

/// <summary>What happens to a workstream.</summary>
public abstract record WorkstreamEvent;

/// <summary>A new workstream, proposed.</summary>
public sealed record WorkstreamCreated(string Workstream, string? Network, WorkstreamDetails Details, Audience Audience)
    : WorkstreamEvent;

public sealed record WorkstreamRevised(WorkstreamDetails Details) : WorkstreamEvent;

public sealed record WorkstreamAudienceChanged(Audience Audience) : WorkstreamEvent;

public sealed record WorkstreamStatusChanged(WorkstreamStatus Status) : WorkstreamEvent;

/// <summary>A council takes part, in a role. What it was before, if anything, ended the day before.</summary>
/// <param name="From">First day.</param>
public sealed record ParticipantJoined(string Council, ParticipantRole Role, DateOnly From) : WorkstreamEvent;

/// <param name="To">Last day.</param>
public sealed record ParticipantLeft(string Council, DateOnly To) : WorkstreamEvent;

public sealed record ActionAdded(string Id, WorkstreamActionDetails Details) : WorkstreamEvent;

public sealed record ActionRevised(string Id, WorkstreamActionDetails Details) : WorkstreamEvent;

public sealed record ActionStatusChanged(string Id, ActionStatus Status) : WorkstreamEvent;

public sealed record PracticeEventPlanned(string Id, PracticeEventDetails Details) : WorkstreamEvent;

public sealed record PracticeEventRevised(string Id, PracticeEventDetails Details) : WorkstreamEvent;

public sealed record PracticeEventCancelled(string Id) : WorkstreamEvent;
