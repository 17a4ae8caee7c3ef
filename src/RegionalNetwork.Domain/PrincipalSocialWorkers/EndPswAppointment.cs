using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.PrincipalSocialWorkers;

/// <summary>The appointment ends.</summary>
/// <param name="To">Last day; may be ahead.</param>
public sealed record EndPswAppointment(string Psw, DateOnly To) : PswCommand(Psw)
{
    internal Decision<PswEvent> Decide(Appointment appointment)
    {
        var lastChange = appointment.ReportingLines is [.., var line]
            ? Later(line.On, appointment.Forms[^1].On)
            : appointment.Forms[^1].On;
        return To < lastChange ? CommonRefusals.InvalidDates("to") : new PswAppointmentEnded(To);
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
