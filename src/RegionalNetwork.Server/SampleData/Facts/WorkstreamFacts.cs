using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Workstreams;

namespace RegionalNetwork.Server.SampleData.Facts;

/// <summary>What <c>workstreams.json</c> holds.</summary>
internal sealed record WorkstreamFacts(IReadOnlyList<WorkstreamFact> Workstreams);

/// <param name="Kind"><c>workstream</c>, <c>programme</c>, <c>partnership</c> or <c>jointProject</c>.</param>
/// <param name="Programme">Identifier of the programme that it is part of, or null.</param>
/// <param name="Period">Which time the report speaks of, in its words.</param>
/// <param name="KnownSince">The earliest date at which a report shows it: not its start.</param>
/// <param name="Status">As at the date of the report.</param>
internal sealed record WorkstreamFact(
    string Id,
    string Title,
    string Kind,
    string? Network,
    string? Programme,
    string LeadTheme,
    IReadOnlyList<string> OtherThemes,
    ServiceScope Scope,
    string Description,
    IReadOnlyList<MandateFact> Mandate,
    string? LeadCouncil,
    string? LeadOrganisation,
    IReadOnlyList<ParticipantFact> Participants,
    string Period,
    KnownDate KnownSince,
    WorkstreamStatus Status,
    IReadOnlyList<string> Aims,
    IReadOnlyList<PracticeEventFact> Events,
    IReadOnlyList<string> Notes,
    Source Source
);

/// <param name="Role">What it does in it: a sentence.</param>
internal sealed record ParticipantFact(string Council, string Role, Source Source);

/// <param name="DeliveredBy">The council whose event it is.</param>
internal sealed record PracticeEventFact(
    string Id,
    string Title,
    PracticeEventKind Kind,
    KnownDate Date,
    string? Audience,
    ServiceScope AudienceScope,
    string DeliveredBy,
    string Note,
    Source Source
);
