using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.PrincipalSocialWorkers;

namespace RegionalNetwork.Server.SampleData.Facts;

/// <summary>What <c>appointments.json</c> holds: posts, never persons.</summary>
internal sealed record AppointmentFacts(IReadOnlyList<AppointmentFact> Appointments);

/// <param name="ReportingLine">Empty where the report does not say.</param>
/// <param name="From">Start of the post, where the report states it.</param>
/// <param name="KnownSince">The earliest date at which a report shows the post to exist.</param>
internal sealed record AppointmentFact(
    string Id,
    string Council,
    ServiceScope Scope,
    PswForm Form,
    IReadOnlyList<ReportsToFact> ReportingLine,
    StatedDate? From,
    StatedDate KnownSince
);

/// <param name="To">Title of a role.</param>
/// <param name="Line"><c>direct</c> or <c>dotted</c>.</param>
internal sealed record ReportsToFact(string To, string Line);

internal sealed record StatedDate(KnownDate Date);
