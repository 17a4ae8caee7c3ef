using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Themes;
using RegionalNetwork.Server.SampleData.Facts;

namespace RegionalNetwork.Server.SampleData;

/// <summary>Priorities of councils, networks and the nation, in the order of the reports.</summary>
internal static class PriorityCommands
{
    public static IEnumerable<SampleCommand> Of(PriorityFacts facts)
    {
        var titles = facts.Sets.SelectMany(set => set.Priorities).ToDictionary(fact => fact.Id, fact => fact.Title);
        return facts.Sets.SelectMany(set => set.Priorities.SelectMany(fact => Of(set, fact, titles)));
    }

    private static IEnumerable<SampleCommand> Of(
        PrioritySetFact set,
        PriorityFact fact,
        Dictionary<string, string> titles
    )
    {
        var owner = set.Council ?? Nation.IdOf(set.Network!);
        var alignment = fact.Alignments.FirstOrDefault(HasPlace);
        var details = new PriorityDetails(
            fact.Title,
            new ThemeChoice(fact.LeadTheme, fact.OtherThemes),
            Rationale(set, fact, fact.Alignments.Where(other => other != alignment)),
            alignment is null ? null : new PriorityAlignment(PlaceOf(alignment), InWords(alignment, titles))
        );
        yield return To(new DeclarePriority(owner, fact.Id, set.Year, details), "declare");
        if (set.Approval is { Decision: "approved", Body: var body })
        {
            yield return To(new ChangePriorityStatus(owner, fact.Id, PriorityStatus.Approved, body), "approve")
                .AsApproval();
        }

        yield return To(new ChangePriorityAudience(owner, fact.Id, Audience.Public), "publish");

        SampleCommand To(PriorityCommand command, string action) =>
            set.Council is null
                ? SampleCommand.To((INetworkCommand)command, fact.Id, action)
                : SampleCommand.To((ICouncilCommand)command, fact.Id, action);
    }

    /// <summary>The domain aligns with a network's priority or the nation's; a regional body that is no network has no place.</summary>
    private static bool HasPlace(AlignmentFact alignment) =>
        alignment.Network is not null || alignment.Level == PriorityLevel.National;

    private static string PlaceOf(AlignmentFact alignment) => alignment.Network ?? PriorityAlignment.National;

    private static string InWords(AlignmentFact alignment, Dictionary<string, string> titles) =>
        alignment.Priority is { } priority ? $"{alignment.With}: {titles[priority]}" : alignment.With;

    private static string Rationale(PrioritySetFact set, PriorityFact fact, IEnumerable<AlignmentFact> others) =>
        Wording.Lines([
            fact.Description,
            Kind(fact.Kind),
            .. fact.Notes,
            .. others.Select(AlsoAligned),
            Wording.Scope(fact.Scope),
            set.YearBasis == "derived" ? set.YearDerivation : null,
            set.Approval?.Note,
            fact.Source.Line,
        ]);

    private static string? Kind(string kind) =>
        kind switch
        {
            "objective" => "The report calls it an objective.",
            "areaOfFocus" => "The report calls it an area of focus.",
            "proposal" => "The report makes it as a proposal.",
            "nextStep" => "The report gives it as a next step.",
            "priority" => null,
            _ => throw Wording.Unknown(kind),
        };

    private static string AlsoAligned(AlignmentFact alignment) =>
        $"Also aligned, at {(alignment.Level == PriorityLevel.National ? "national" : "regional")} level: "
        + $"{alignment.With} ({alignment.Source.Citation}).";
}
