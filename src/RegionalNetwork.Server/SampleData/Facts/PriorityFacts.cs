using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Priorities;

namespace RegionalNetwork.Server.SampleData.Facts;

/// <summary>What <c>priorities.json</c> holds: a set for each owner and year.</summary>
internal sealed record PriorityFacts(IReadOnlyList<PrioritySetFact> Sets);

/// <param name="Council">The owner, or null where it is <paramref name="Network"/>.</param>
/// <param name="YearBasis"><c>stated</c> or <c>derived</c>.</param>
/// <param name="YearDerivation">How the year was found: a sentence.</param>
/// <param name="Approval">Null where the report tells of none.</param>
internal sealed record PrioritySetFact(
    string? Council,
    string? Network,
    string Year,
    string YearBasis,
    string YearDerivation,
    ApprovalFact? Approval,
    IReadOnlyList<PriorityFact> Priorities
);

/// <param name="Decision"><c>approved</c>, <c>recommended</c> or <c>forNoting</c>.</param>
/// <param name="Note">What is known of the decision: a sentence.</param>
internal sealed record ApprovalFact(string Body, string Decision, string Note);

/// <param name="Kind">The word that the report uses: <c>priority</c>, <c>objective</c>, <c>areaOfFocus</c>, <c>proposal</c> or
/// <c>nextStep</c>.</param>
internal sealed record PriorityFact(
    string Id,
    string Kind,
    string Title,
    string Description,
    string LeadTheme,
    IReadOnlyList<string> OtherThemes,
    ServiceScope Scope,
    IReadOnlyList<AlignmentFact> Alignments,
    IReadOnlyList<string> Notes,
    Source Source
);

/// <param name="With">What it serves, in words.</param>
/// <param name="Network">Null where <paramref name="With"/> is no network of the sample.</param>
/// <param name="Priority">Identifier of the wider priority, where the report states one.</param>
internal sealed record AlignmentFact(
    PriorityLevel Level,
    string With,
    string? Network,
    string? Priority,
    Source Source
);
