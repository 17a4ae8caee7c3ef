using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.PrincipalSocialWorkers;

/// <summary>What happens to a Principal Social Worker's appointments.</summary>
public abstract record PswEvent;

/// <param name="Psw">Opaque identifier of the person.</param>
/// <param name="ReportingLine">Titles of roles, or null when not said.</param>
public sealed record PswAppointed(
    string Psw,
    string Council,
    ServiceScope Scope,
    PswForm Form,
    string? ReportingLine,
    DateOnly From
) : PswEvent;

/// <param name="On">First day of the new form.</param>
public sealed record PswFormChanged(PswForm Form, DateOnly On) : PswEvent;

/// <param name="On">First day of the new reporting line.</param>
public sealed record PswReportingLineChanged(string ReportingLine, DateOnly On) : PswEvent;

/// <param name="To">Last day.</param>
public sealed record PswAppointmentEnded(DateOnly To) : PswEvent;
