using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.PrincipalSocialWorkers;

/// <summary>
/// A person, known by an opaque identifier only, and the appointments that they hold or held, one after another. No name is ever
/// kept: what is shown is the title of the post.
/// </summary>
/// <param name="Appointments">Earliest first; at most the last is without an end.</param>
public sealed record PrincipalSocialWorker(string Id, Timeline<Appointment> Appointments)
{
    /// <summary>The appointment in force on a day, or null.</summary>
    public Appointment? AppointmentOn(DateOnly date) => Appointments.On(date) is [var current, ..] ? current : null;
}

/// <summary>One post of one person in one council. A joint appointment is one appointment with two scopes, of one person.</summary>
/// <param name="Psw">The person's identifier.</param>
/// <param name="Forms">Whether the post is dedicated or hybrid, and since when; earliest first, never empty.</param>
/// <param name="ReportingLines">To which roles they report, and since when; earliest first; empty when not said.</param>
/// <param name="To">Last day, or null while it goes on.</param>
public sealed record Appointment(
    string Psw,
    string Council,
    ServiceScope Scope,
    IReadOnlyList<FormSince> Forms,
    IReadOnlyList<ReportingLineSince> ReportingLines,
    DateOnly From,
    DateOnly? To
)
{
    public PswForm Form => Forms[^1].Form;

    /// <summary>Titles of roles, never names.</summary>
    public string? ReportingLine => ReportingLines is [.., var last] ? last.Roles : null;

    /// <summary>What to show: the title of the post.</summary>
    public string Title =>
        Scope switch
        {
            ServiceScope.Childrens => "Principal Social Worker (children's)",
            ServiceScope.Adults => "Principal Social Worker (adults')",
            _ => "Principal Social Worker (joint)",
        };

    public bool Covers(ServiceScope scope) => Scope == scope || Scope == ServiceScope.Both;
}

public sealed record FormSince(PswForm Form, DateOnly On);

public sealed record ReportingLineSince(string Roles, DateOnly On);

public enum PswForm
{
    /// <summary>The post is the Principal Social Worker's alone.</summary>
    Dedicated,

    /// <summary>The role goes with another post.</summary>
    Hybrid,

    /// <summary>Which of the two is not known.</summary>
    NotStated,
}
