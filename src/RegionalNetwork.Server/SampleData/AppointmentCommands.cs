using RegionalNetwork.Domain.PrincipalSocialWorkers;
using RegionalNetwork.Server.SampleData.Facts;

namespace RegionalNetwork.Server.SampleData;

/// <summary>Posts of Principal Social Workers. The identifier names the post: nothing is known of who holds it.</summary>
internal static class AppointmentCommands
{
    public static IEnumerable<SampleCommand> Of(AppointmentFacts facts) => facts.Appointments.Select(Of);

    private static SampleCommand Of(AppointmentFact fact) =>
        SampleCommand.To(
            new AppointPsw(
                fact.Id,
                fact.Council,
                fact.Scope,
                fact.Form,
                ReportingLine(fact.ReportingLine),
                (fact.From ?? fact.KnownSince).Date.FirstDay
            ),
            fact.Id,
            "appoint"
        );

    private static string? ReportingLine(IReadOnlyList<ReportsToFact> lines) =>
        lines.Count == 0
            ? null
            : string.Join(
                "; ",
                lines.Select(line =>
                    line.Line switch
                    {
                        "direct" => line.To,
                        "dotted" => $"{line.To} (dotted line)",
                        var unknown => throw Wording.Unknown(unknown),
                    }
                )
            );
}
