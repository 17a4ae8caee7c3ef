using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;

namespace RegionalNetwork.Server.SampleData.Facts;

/// <summary>What <c>networks.json</c> holds.</summary>
internal sealed record NetworkFacts(IReadOnlyList<NetworkFact> Networks);

internal sealed record NetworkFact(
    string Id,
    string Name,
    NetworkLevel Level,
    ServiceScope Scope,
    string? RegionCode,
    IReadOnlyList<MandateFact> Mandate,
    MeetingsFact? Meetings,
    IReadOnlyList<LinkFact> Links,
    IReadOnlyList<MemberFact> Members,
    IReadOnlyList<string> Notes,
    Source Source
);

/// <summary>A body on whose direction a network or a workstream acts.</summary>
internal sealed record MandateFact(string Body, Source Source);

/// <param name="Note">A sentence that says how often.</param>
internal sealed record MeetingsFact(int? EveryMonths, int? TimesAYear, string Period, string Note, Source Source);

/// <param name="Purpose">What the network does with it: a sentence.</param>
internal sealed record LinkFact(string With, string Purpose, Source Source);

/// <param name="KnownSince">The date of the document from which the membership is known: not a joining date.</param>
internal sealed record MemberFact(string Council, string Name, KnownDate KnownSince, Source Source);
