using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Workstreams;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Workstreams;

/// <summary>The input of a mutation of a workstream: what it asks for, as a command.</summary>
internal abstract record WorkstreamInput(string CommandId)
{
    private static readonly InputFields Changing = InputFields.Of("workstream", ("leadTheme", "theme"), ("on", "from"));

    /// <summary>Where the fields of the command stand in this input.</summary>
    public virtual InputFields Fields => Changing;

    /// <summary>What cannot be made a command of; null as a rule, for the domain checks the rest.</summary>
    public virtual Refusal? Fault => null;

    public abstract WorkstreamCommand ToCommand();
}

internal sealed record CreateWorkstreamInput(
    string CommandId,
    string Code,
    string? Network,
    string Title,
    string Theme,
    IReadOnlyList<string> FurtherThemes,
    string? Mandate,
    string? LeadCouncil,
    DateOnly StartsOn,
    IReadOnlyList<string> Aims
) : WorkstreamInput(CommandId)
{
    private static readonly InputFields Creating = InputFields.Of(
        "code",
        ("workstream", "code"),
        ("id", "code"),
        ("leadTheme", "theme")
    );

    public override InputFields Fields => Creating;

    public override WorkstreamCommand ToCommand() =>
        new CreateWorkstream(
            Code,
            Network,
            LeadCouncil,
            StartsOn,
            new WorkstreamDetails(Title, new(Theme, FurtherThemes), Mandate, Aims)
        );
}

internal sealed record ReviseWorkstreamInput(
    string CommandId,
    string Workstream,
    string Title,
    string Theme,
    IReadOnlyList<string> FurtherThemes,
    string? Mandate,
    IReadOnlyList<string> Aims
) : WorkstreamInput(CommandId)
{
    public override WorkstreamCommand ToCommand() =>
        new ReviseWorkstream(Workstream, new WorkstreamDetails(Title, new(Theme, FurtherThemes), Mandate, Aims));
}

internal sealed record ChangeWorkstreamStatusInput(string CommandId, string Workstream, WorkstreamStatus Status)
    : WorkstreamInput(CommandId)
{
    public override WorkstreamCommand ToCommand() => new ChangeWorkstreamStatus(Workstream, Status);
}

internal sealed record ChangeWorkstreamAudienceInput(string CommandId, string Workstream, Audience Audience)
    : WorkstreamInput(CommandId)
{
    public override WorkstreamCommand ToCommand() => new ChangeWorkstreamAudience(Workstream, Audience);
}

internal sealed record AppointWorkstreamLeadInput(string CommandId, string Workstream, string Council, DateOnly From)
    : WorkstreamInput(CommandId)
{
    public override WorkstreamCommand ToCommand() => new AppointLead(Workstream, Council, From);
}

internal sealed record AddWorkstreamParticipantInput(
    string CommandId,
    string Workstream,
    string Council,
    ParticipantRole Role,
    DateOnly From
) : WorkstreamInput(CommandId)
{
    public override WorkstreamCommand ToCommand() => new AddParticipant(Workstream, Council, Role, From);
}

internal sealed record RemoveWorkstreamParticipantInput(
    string CommandId,
    string Workstream,
    string Council,
    DateOnly To
) : WorkstreamInput(CommandId)
{
    public override WorkstreamCommand ToCommand() => new RemoveParticipant(Workstream, Council, To);
}

internal sealed record AddWorkstreamActionInput(
    string CommandId,
    string Workstream,
    string Title,
    string Owner,
    DateOnly? Due
) : WorkstreamInput(CommandId)
{
    public override WorkstreamCommand ToCommand() =>
        new AddAction(
            Workstream,
            Commands.NewCode("action", CommandId),
            new WorkstreamActionDetails(Title, Owner, Due)
        );
}

internal sealed record ChangeWorkstreamActionStatusInput(
    string CommandId,
    string Workstream,
    string Action,
    ActionStatus Status
) : WorkstreamInput(CommandId)
{
    private static readonly InputFields OfAction = InputFields.Of("workstream", ("id", "action"));

    public override InputFields Fields => OfAction;

    public override WorkstreamCommand ToCommand() => new ChangeActionStatus(Workstream, Action, Status);
}

internal sealed record PlanPracticeEventInput(
    string CommandId,
    string Workstream,
    PracticeEventKind Kind,
    string Title,
    string Date,
    string? Audience,
    string? Description
) : WorkstreamInput(CommandId)
{
    public override Refusal? Fault =>
        PartialDate.Parse(Date) is null
            ? new Refusal("INVALID_DATE", "Give a day as 2022-03-15 or a month as 2022-03.", "input", "date")
            : null;

    public override WorkstreamCommand ToCommand() =>
        new PlanPracticeEvent(
            Workstream,
            Commands.NewCode("event", CommandId),
            new PracticeEventDetails(Kind, Title, PartialDate.Parse(Date)!.Value, Audience, Description)
        );
}

internal sealed record CancelPracticeEventInput(string CommandId, string Workstream, string Event)
    : WorkstreamInput(CommandId)
{
    private static readonly InputFields OfEvent = InputFields.Of("workstream", ("id", "event"));

    public override InputFields Fields => OfEvent;

    public override WorkstreamCommand ToCommand() => new CancelPracticeEvent(Workstream, Event);
}
