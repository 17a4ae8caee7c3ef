using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.PrincipalSocialWorkers;

/// <summary>Why an appointment could not be made or changed. Codes are stable.</summary>
public static class PswRefusals
{
    public static Refusal NotAppointed() =>
        new("NOT_APPOINTED", "This person has no appointment that goes on. Appoint them first.", "psw");

    public static Refusal AlreadyAppointed() =>
        new(
            "ALREADY_APPOINTED",
            "This person has an appointment then. End it first, or give a first day after its last.",
            "from"
        );

    public static Refusal ChangeOutOfOrder(string path) =>
        new("CHANGE_OUT_OF_ORDER", "Give a day after the last change and not before the appointment began.", path);

    public static Refusal RolesOnly() =>
        new(
            "ROLES_ONLY",
            "Name the role that they report to, such as Director of Children's Services, not the person.",
            "reportingLine"
        );

    public static Refusal TooManyAppointments() =>
        CommonRefusals.TooMany("appointments of one person", Limits.AppointmentsPerPerson);

    public static Refusal TooManyChanges() =>
        CommonRefusals.TooMany("changes in one appointment", Limits.ChangesPerAppointment);
}
