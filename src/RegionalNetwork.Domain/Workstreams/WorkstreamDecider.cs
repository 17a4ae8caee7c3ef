using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Workstreams;

/// <summary>What a workstream's grain knows: nothing before it is created.</summary>
public sealed record WorkstreamState(Workstream? Workstream)
{
    public static WorkstreamState Initial { get; } = new((Workstream?)null);
}

/// <summary>The workstream grain: what it is for, who takes part, what they do.</summary>
public static class WorkstreamDecider
{
    public static Decision<WorkstreamEvent> Decide(
        WorkstreamState state,
        WorkstreamCommand command,
        CommandContext context
    )
    {
        if (command is CreateWorkstream create)
        {
            return WorkstreamAuthorisation.MayCreate(context.Actor, create)
                ? create.Decide(state.Workstream)
                : CommonRefusals.NotPermitted(WorkstreamAuthorisation.WhoMayChange);
        }

        if (state.Workstream is not { } workstream)
        {
            return WorkstreamRefusals.NotFound(command.Workstream);
        }

        if (!WorkstreamAuthorisation.MayChange(context.Actor, workstream, command, context.Today))
        {
            // To whom it is not shown, it is not there.
            return WorkstreamAuthorisation.Knows(context.Actor, workstream)
                ? CommonRefusals.NotPermitted(WorkstreamAuthorisation.WhoMayChange)
                : WorkstreamRefusals.NotFound(command.Workstream);
        }

        return IsAlreadyClosed(workstream, command) ? Decision<WorkstreamEvent>.Unchanged
            : workstream.Status == WorkstreamStatus.Closed ? WorkstreamRefusals.Closed()
            : DecideOpen(workstream, command, context.Today);
    }

    public static WorkstreamState Evolve(WorkstreamState state, WorkstreamEvent happened) =>
        new(WorkstreamHistory.Apply(state.Workstream, happened));

    /// <summary>Checks what a workstream says of itself, and gives it back as it is to be kept.</summary>
    internal static WorkstreamDetails Checked(WorkstreamDetails details, InputCheck input)
    {
        details.Themes.Check(input);
        return details with
        {
            Title = input.Line(details.Title, Limits.TitleCharacters, "title"),
            Mandate = input.OptionalParagraphs(details.Mandate, Limits.TextCharacters, "mandate"),
            Aims = input.Lines(details.Aims, Limits.AimsPerWorkstream, Limits.LineCharacters, "aims"),
        };
    }

    private static bool IsAlreadyClosed(Workstream workstream, WorkstreamCommand command) =>
        workstream.Status == WorkstreamStatus.Closed
        && command is ChangeWorkstreamStatus { Status: WorkstreamStatus.Closed };

    private static Decision<WorkstreamEvent> DecideOpen(
        Workstream workstream,
        WorkstreamCommand command,
        DateOnly today
    ) =>
        command switch
        {
            ReviseWorkstream revise => revise.Decide(workstream),
            ChangeWorkstreamStatus change => change.Decide(workstream),
            ChangeWorkstreamAudience change => change.Decide(workstream),
            AppointLead appoint => appoint.Decide(workstream),
            AddParticipant add => add.Decide(workstream),
            RemoveParticipant remove => remove.Decide(workstream),
            AddAction add => add.Decide(workstream, today),
            ReviseAction revise => revise.Decide(workstream, today),
            ChangeActionStatus change => change.Decide(workstream),
            PlanPracticeEvent plan => plan.Decide(workstream),
            RevisePracticeEvent revise => revise.Decide(workstream),
            CancelPracticeEvent cancel => cancel.Decide(workstream),
            _ => throw new ArgumentException($"{command.GetType().Name} has no rule here.", nameof(command)),
        };
}
