using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

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
            return MayRecord(context.Actor, appoint.Council, appoint.Scope)
                ? appoint.Decide(state.Psw)
                : NotPermitted();
        }

        if (state.Psw is not { } psw)
        {
            return context.Actor.May(Permission.RecordAppointments) ? PswRefusals.NotAppointed() : NotPermitted();
        }

        var last = psw.Appointments.All[^1];
        if (!MayRecord(context.Actor, last.Council, last.Scope))
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

    private static bool MayRecord(Actor actor, string council, ServiceScope scope) =>
        actor.May(Permission.RecordAppointments, Place.Council(council), scope);

    private static Refusal NotPermitted() =>
        CommonRefusals.NotPermitted("a Principal Social Worker of the council that appoints");
}
