using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.PrincipalSocialWorkers;

/// <summary>Folds a person's events into their appointments. An event that cannot follow is a bug, and throws.</summary>
internal static class PswHistory
{
    public static PrincipalSocialWorker Apply(PrincipalSocialWorker? before, PswEvent happened)
    {
        var appointments = before?.Appointments.All ?? [];
        return happened is PswAppointed appointed
            ? With(appointed.Psw, [.. appointments, AppointmentOf(appointed)])
            : With(appointments[^1].Psw, [.. appointments.SkipLast(1), Changed(appointments[^1], happened)]);
    }

    private static Appointment AppointmentOf(PswAppointed appointed) =>
        new(
            appointed.Psw,
            appointed.Council,
            appointed.Scope,
            [new FormSince(appointed.Form, appointed.From)],
            appointed.ReportingLine is { } line ? [new ReportingLineSince(line, appointed.From)] : [],
            appointed.From,
            null
        );

    private static Appointment Changed(Appointment appointment, PswEvent happened) =>
        happened switch
        {
            PswFormChanged changed => appointment with
            {
                Forms = [.. appointment.Forms, new FormSince(changed.Form, changed.On)],
            },
            PswReportingLineChanged changed => appointment with
            {
                ReportingLines =
                [
                    .. appointment.ReportingLines,
                    new ReportingLineSince(changed.ReportingLine, changed.On),
                ],
            },
            PswAppointmentEnded ended => appointment with { To = ended.To },
            _ => throw new ArgumentException($"{happened.GetType().Name} is not known here.", nameof(happened)),
        };

    private static PrincipalSocialWorker With(string id, IReadOnlyList<Appointment> appointments) =>
        new(
            id,
            new Timeline<Appointment>(appointments, appointment => appointment.From, appointment => appointment.To)
        );
}
