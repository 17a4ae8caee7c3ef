using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Workstreams;

/// <summary>Folds a workstream's events into what it is. An event that cannot follow is a bug, and throws.</summary>
internal static class WorkstreamHistory
{
    public static Workstream Apply(Workstream? before, WorkstreamEvent happened) =>
        happened is WorkstreamCreated created
            ? new Workstream(
                created.Workstream,
                created.Network,
                created.Details,
                WorkstreamStatus.Proposed,
                created.Audience,
                ParticipationsOf([]),
                [],
                []
            )
            : ApplyTo(
                before ?? throw new ArgumentException($"{happened.GetType().Name} before creation.", nameof(happened)),
                happened
            );

    private static Workstream ApplyTo(Workstream workstream, WorkstreamEvent happened) =>
        happened switch
        {
            WorkstreamRevised revised => workstream with { Details = revised.Details },
            WorkstreamAudienceChanged changed => workstream with { Audience = changed.Audience },
            WorkstreamStatusChanged changed => workstream with { Status = changed.Status },
            ParticipantJoined joined => With(
                workstream,
                Ended(workstream, joined.Council, joined.From.AddDays(-1))
                    .Append(new Participation(joined.Council, joined.Role, joined.From, null))
            ),
            ParticipantLeft left => With(workstream, Ended(workstream, left.Council, left.To)),
            ActionAdded added => workstream with
            {
                Actions = [.. workstream.Actions, new WorkstreamAction(added.Id, added.Details, ActionStatus.Open)],
            },
            ActionRevised revised => WithAction(
                workstream,
                revised.Id,
                action => action with { Details = revised.Details }
            ),
            ActionStatusChanged changed => WithAction(
                workstream,
                changed.Id,
                action => action with { Status = changed.Status }
            ),
            PracticeEventPlanned planned => WithPracticeEvent(workstream, planned.Id, planned.Details),
            PracticeEventRevised revised => WithPracticeEvent(workstream, revised.Id, revised.Details),
            PracticeEventCancelled cancelled => WithPracticeEvent(workstream, cancelled.Id, null),
            _ => throw new ArgumentException($"{happened.GetType().Name} is not known here.", nameof(happened)),
        };

    private static IEnumerable<Participation> Ended(Workstream workstream, string council, DateOnly to) =>
        workstream.Participations.All.Select(part =>
            part.Council == council && part.To is null ? part with { To = to } : part
        );

    // Made anew rather than copied, so that what is worked out from the participations is worked out again.
    private static Workstream With(Workstream before, IEnumerable<Participation> participations) =>
        new(
            before.Id,
            before.Network,
            before.Details,
            before.Status,
            before.Audience,
            ParticipationsOf(participations),
            before.Actions,
            before.PracticeEvents
        );

    private static Timeline<Participation> ParticipationsOf(IEnumerable<Participation> participations) =>
        new(
            [.. participations.OrderBy(part => part.From).ThenBy(part => part.Council, StringComparer.Ordinal)],
            part => part.From,
            part => part.To
        );

    private static Workstream WithAction(
        Workstream before,
        string id,
        Func<WorkstreamAction, WorkstreamAction> change
    ) => before with { Actions = [.. before.Actions.Select(action => action.Id == id ? change(action) : action)] };

    private static Workstream WithPracticeEvent(Workstream before, string id, PracticeEventDetails? details) =>
        before with
        {
            PracticeEvents =
            [
                .. before
                    .PracticeEvents.Where(planned => planned.Id != id)
                    .Concat(details is null ? [] : [new PracticeEvent(id, details)])
                    .OrderBy(planned => planned.Details.Date.Date)
                    .ThenBy(planned => planned.Id, StringComparer.Ordinal),
            ],
        };
}
