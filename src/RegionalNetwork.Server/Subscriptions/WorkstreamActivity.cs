using RegionalNetwork.Domain.Workstreams;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Subscriptions;

internal enum WorkstreamActivityKind
{
    Created,
    Revised,
    StatusChanged,
    AudienceChanged,
    ParticipantJoined,
    ParticipantLeft,
    ActionAdded,
    ActionRevised,
    ActionStatusChanged,
    EventPlanned,
    EventRevised,
    EventCancelled,
}

/// <summary>One change of a workstream.</summary>
/// <param name="WorkstreamCode">The stream's key.</param>
internal sealed record WorkstreamActivity(
    JournalPosition At,
    DateTimeOffset RecordedAt,
    string WorkstreamCode,
    WorkstreamEvent Happened
) : Occurrence(At, RecordedAt)
{
    public WorkstreamActivityKind Kind =>
        Happened switch
        {
            WorkstreamCreated => WorkstreamActivityKind.Created,
            WorkstreamRevised => WorkstreamActivityKind.Revised,
            WorkstreamStatusChanged => WorkstreamActivityKind.StatusChanged,
            WorkstreamAudienceChanged => WorkstreamActivityKind.AudienceChanged,
            ParticipantJoined => WorkstreamActivityKind.ParticipantJoined,
            ParticipantLeft => WorkstreamActivityKind.ParticipantLeft,
            ActionAdded => WorkstreamActivityKind.ActionAdded,
            ActionRevised => WorkstreamActivityKind.ActionRevised,
            ActionStatusChanged => WorkstreamActivityKind.ActionStatusChanged,
            PracticeEventPlanned => WorkstreamActivityKind.EventPlanned,
            PracticeEventRevised => WorkstreamActivityKind.EventRevised,
            PracticeEventCancelled => WorkstreamActivityKind.EventCancelled,
            _ => throw new InvalidOperationException($"No kind of activity is known for {Happened.GetType().Name}."),
        };

    public WorkstreamStatus? Status => (Happened as WorkstreamStatusChanged)?.Status;

    public ParticipantRole? Role => (Happened as ParticipantJoined)?.Role;

    public string? Code => ActionCode ?? EventCode;

    private string? ActionCode =>
        Happened switch
        {
            ActionAdded added => added.Id,
            ActionRevised revised => revised.Id,
            ActionStatusChanged changed => changed.Id,
            _ => null,
        };

    private string? EventCode =>
        Happened switch
        {
            PracticeEventPlanned planned => planned.Id,
            PracticeEventRevised revised => revised.Id,
            PracticeEventCancelled cancelled => cancelled.Id,
            _ => null,
        };

    public Workstream FindWorkstream(NetworkSnapshot snapshot) => snapshot.Workstreams.Find(WorkstreamCode)!;

    public WorkstreamAction? FindAction(NetworkSnapshot snapshot) =>
        ActionCode is { } code ? FindWorkstream(snapshot).Actions.FirstOrDefault(action => action.Id == code) : null;

    public PracticeEvent? FindEvent(NetworkSnapshot snapshot) =>
        EventCode is { } code ? FindWorkstream(snapshot).PracticeEvents.FirstOrDefault(held => held.Id == code) : null;

    public string? CouncilIn(NetworkSnapshot snapshot) =>
        Happened switch
        {
            ParticipantJoined joined => joined.Council,
            ParticipantLeft left => left.Council,
            ActionAdded added => added.Details.Owner,
            ActionRevised revised => revised.Details.Owner,
            _ => FindAction(snapshot)?.Details.Owner,
        };
}
