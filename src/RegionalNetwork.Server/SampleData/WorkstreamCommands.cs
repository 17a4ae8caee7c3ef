using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Themes;
using RegionalNetwork.Domain.Workstreams;
using RegionalNetwork.Server.SampleData.Facts;

namespace RegionalNetwork.Server.SampleData;

/// <summary>Workstreams with participants, practice events and status.</summary>
internal static class WorkstreamCommands
{
    public static IEnumerable<SampleCommand> Of(WorkstreamFacts facts)
    {
        var titles = facts.Workstreams.ToDictionary(fact => fact.Id, fact => fact.Title);
        return facts.Workstreams.SelectMany(fact => Of(fact, titles));
    }

    private static IEnumerable<SampleCommand> Of(WorkstreamFact fact, Dictionary<string, string> titles)
    {
        var since = fact.KnownSince.FirstDay;
        var network = fact.Network is null ? null : Nation.IdOf(fact.Network);
        var details = new WorkstreamDetails(
            fact.Title,
            new ThemeChoice(fact.LeadTheme, fact.OtherThemes),
            Mandate(fact, titles),
            fact.Aims
        );
        yield return SampleCommand.To(
            new CreateWorkstream(fact.Id, network, fact.LeadCouncil, since, details),
            fact.Id,
            "create"
        );
        yield return SampleCommand.To(new ChangeWorkstreamAudience(fact.Id, Audience.Public), fact.Id, "publish");
        foreach (var participant in fact.Participants.Where(participant => participant.Council != fact.LeadCouncil))
        {
            yield return SampleCommand.To(
                new AddParticipant(fact.Id, participant.Council, ParticipantRole.Participant, since),
                $"{fact.Id}-{participant.Council}",
                "join"
            );
        }

        yield return SampleCommand.To(new ChangeWorkstreamStatus(fact.Id, fact.Status), fact.Id, "status");
        foreach (var planned in fact.Events)
        {
            yield return SampleCommand.To(
                new PlanPracticeEvent(fact.Id, planned.Id, Details(planned)),
                planned.Id,
                "plan"
            );
        }
    }

    private static string Mandate(WorkstreamFact fact, Dictionary<string, string> titles) =>
        Wording.Lines([
            fact.Description,
            Kind(fact.Kind),
            fact.Programme is { } programme ? $"Part of: {titles[programme]}." : null,
            .. fact.Mandate.Select(mandate => $"Mandate: {mandate.Body} ({mandate.Source.Citation})."),
            fact.LeadOrganisation is { } organisation ? $"Led by {organisation}." : null,
            .. fact.Participants.Select(part => $"{NameOf(part.Council)}: {part.Role} ({part.Source.Citation})"),
            Wording.Scope(fact.Scope),
            $"Time that the report speaks of: {fact.Period}. No source says when the work or a council's part in it began: "
                + $"both are dated from {fact.KnownSince.InWords}, since when they are known. The status is as at the "
                + "report.",
            .. fact.Notes,
            fact.Source.Line,
        ]);

    private static string? Kind(string kind) =>
        kind switch
        {
            "programme" => "A programme wider than one workstream.",
            "partnership" => "A partnership wider than one workstream.",
            "jointProject" => "A joint project.",
            "workstream" => null,
            _ => throw Wording.Unknown(kind),
        };

    private static PracticeEventDetails Details(PracticeEventFact fact) =>
        new(
            fact.Kind,
            fact.Title,
            new PracticeEventDate(
                fact.Date.FirstDay,
                fact.Date.Precision switch
                {
                    KnownPrecision.Day => DatePrecision.Day,
                    KnownPrecision.Month => DatePrecision.Month,
                    _ => throw new InvalidOperationException($"{fact.Id}: a year is no date of a practice event."),
                }
            ),
            fact.Audience,
            Wording.Lines(
                $"By {NameOf(fact.DeliveredBy)}.",
                fact.Note,
                Wording.Scope(fact.AudienceScope),
                fact.Source.Line
            )
        );

    private static string NameOf(string council) => CouncilRegister.England.Find(council)!.Name;
}
