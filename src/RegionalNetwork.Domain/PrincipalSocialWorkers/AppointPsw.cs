using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.PrincipalSocialWorkers;

/// <summary>A council appoints a Principal Social Worker. The same again changes nothing.</summary>
/// <param name="ReportingLine">Titles of roles, or null when not said.</param>
/// <param name="From">First day; may be ahead.</param>
public sealed record AppointPsw(
    string Psw,
    string Council,
    ServiceScope Scope,
    PswForm Form,
    string? ReportingLine,
    DateOnly From
) : PswCommand(Psw)
{
    internal Decision<PswEvent> Decide(PrincipalSocialWorker? existing)
    {
        var input = new InputCheck();
        input.Id(Psw, "psw");
        input.Add(CouncilCodes.FaultOn(From, Council, "council"));
        input.Known(Scope, "scope");
        input.Known(Form, "form");
        var reportingLine = RoleTitles.Checked(ReportingLine, input);
        if (input.Failed)
        {
            return Decision<PswEvent>.Refused(input.Refusals);
        }

        var last = existing?.Appointments.All[^1];
        if (last is { To: null } && IsSameAs(last, reportingLine))
        {
            return Decision<PswEvent>.Unchanged;
        }

        if (last is not null && (last.To is null || last.To >= From))
        {
            return PswRefusals.AlreadyAppointed();
        }

        return existing?.Appointments.All.Count >= Limits.AppointmentsPerPerson
            ? PswRefusals.TooManyAppointments()
            : new PswAppointed(Psw, Council, Scope, Form, reportingLine, From);
    }

    private bool IsSameAs(Appointment last, string? reportingLine) =>
        (last.Council, last.Scope, last.Form, last.ReportingLine, last.From)
        == (Council, Scope, Form, reportingLine, From);
}
