using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.PrincipalSocialWorkers;

/// <summary>What a Principal Social Worker's grain knows: nothing before the first appointment.</summary>
public sealed record PswState(PrincipalSocialWorker? Psw)
{
    public static PswState Initial { get; } = new((PrincipalSocialWorker?)null);
}

/// <summary>The Principal Social Worker grain: one person's appointments, one after another.</summary>
public static class PswDecider
{
    public static Decision<PswEvent> Decide(PswState state, PswCommand command, CommandContext context)
    {
        if (command is AppointPsw appoint)
        {
            return MayManage(context.Actor, appoint.Council) ? appoint.Decide(state.Psw) : NotPermitted();
        }

        if (state.Psw is not { } psw)
        {
            return context.Actor.Is(Role.Operator) ? PswRefusals.NotAppointed() : NotPermitted();
        }

        var last = psw.Appointments.All[^1];
        if (!MayManage(context.Actor, last.Council))
        {
            return NotPermitted();
        }

        if (last.To is { } to)
        {
            return command is EndPswAppointment end && end.To == to
                ? Decision<PswEvent>.Unchanged
                : PswRefusals.NotAppointed();
        }

        return command switch
        {
            ChangePswForm change => change.Decide(last),
            ChangePswReportingLine change => change.Decide(last),
            EndPswAppointment end => end.Decide(last),
            _ => throw new ArgumentException($"{command.GetType().Name} has no rule here.", nameof(command)),
        };
    }

    public static PswState Evolve(PswState state, PswEvent happened) => new(PswHistory.Apply(state.Psw, happened));

    /// <summary>A Principal Social Worker of the appointing council, or an operator.</summary>
    private static bool MayManage(Actor actor, string council) =>
        actor.Is(Role.Operator) || (actor.Is(Role.PrincipalSocialWorker) && actor.ActsFor(council));

    private static Refusal NotPermitted() =>
        CommonRefusals.NotPermitted("a Principal Social Worker of the council that appoints");
}
