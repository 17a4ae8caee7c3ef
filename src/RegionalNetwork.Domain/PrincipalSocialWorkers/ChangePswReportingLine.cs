using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.PrincipalSocialWorkers;

/// <summary>The post reports to other roles.</summary>
/// <param name="ReportingLine">Titles of roles, never names.</param>
/// <param name="On">First day of the new line; on the appointment's first day it fills in what was not said.</param>
public sealed record ChangePswReportingLine(string Psw, string ReportingLine, DateOnly On) : PswCommand(Psw)
{
    internal Decision<PswEvent> Decide(Appointment appointment)
    {
        var input = new InputCheck();
        var line = RoleTitles.Checked(ReportingLine, input);
        input.Require(input.Failed || line is not null, CommonRefusals.TextRequired("reportingLine"));
        if (input.Failed)
        {
            return Decision<PswEvent>.Refused(input.Refusals);
        }

        if (appointment.ReportingLine == line)
        {
            return Decision<PswEvent>.Unchanged;
        }

        if (On < appointment.From || (appointment.ReportingLines is [.., var last] && On <= last.On))
        {
            return PswRefusals.ChangeOutOfOrder("on");
        }

        return appointment.ReportingLines.Count >= Limits.ChangesPerAppointment
            ? PswRefusals.TooManyChanges()
            : new PswReportingLineChanged(line!, On);
    }
}
