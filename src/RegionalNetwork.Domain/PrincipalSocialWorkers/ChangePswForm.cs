using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.PrincipalSocialWorkers;

/// <summary>The post becomes dedicated or hybrid, or it becomes known which it is.</summary>
/// <param name="On">First day of the new form.</param>
public sealed record ChangePswForm(string Psw, PswForm Form, DateOnly On) : PswCommand(Psw)
{
    internal Decision<PswEvent> Decide(Appointment appointment)
    {
        if (!Enum.IsDefined(Form))
        {
            return CommonRefusals.InvalidValue("form");
        }

        if (appointment.Form == Form)
        {
            return Decision<PswEvent>.Unchanged;
        }

        if (On <= appointment.Forms[^1].On)
        {
            return PswRefusals.ChangeOutOfOrder("on");
        }

        return appointment.Forms.Count >= Limits.ChangesPerAppointment
            ? PswRefusals.TooManyChanges()
            : new PswFormChanged(Form, On);
    }
}
