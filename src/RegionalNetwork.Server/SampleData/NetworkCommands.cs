using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Server.SampleData.Facts;

namespace RegionalNetwork.Server.SampleData;

/// <summary>Networks and their members.</summary>
internal static class NetworkCommands
{
    public const string Found = "found";

    public static IEnumerable<SampleCommand> Of(NetworkFacts facts) => facts.Networks.SelectMany(Of);

    private static IEnumerable<SampleCommand> Of(NetworkFact fact)
    {
        var network = Nation.IdOf(fact.Id);
        var details = new NetworkDetails(
            fact.Name,
            fact.Scope,
            fact.RegionCode,
            Mandate(fact),
            [.. fact.Mandate.Select(mandate => mandate.Body)]
        );
        yield return SampleCommand.To(new FoundNetwork(network, fact.Level, details), fact.Id, Found);
        foreach (var member in fact.Members)
        {
            yield return SampleCommand.To(
                new AdmitCouncil(network, member.Council, member.KnownSince.FirstDay),
                $"{fact.Id}-{member.Council}",
                "admit"
            );
        }
    }

    private static string Mandate(NetworkFact fact) =>
        Wording.Lines([
            .. fact.Mandate.Select(mandate => $"Directed by {mandate.Body} ({mandate.Source.Citation})."),
            Meetings(fact.Meetings),
            .. fact.Links.Select(link => $"Works with {link.With}: {link.Purpose} ({link.Source.Citation})"),
            .. Memberships(fact.Members),
            .. fact.Notes,
            fact.Source.Line,
        ]);

    private static string? Meetings(MeetingsFact? meetings) =>
        meetings switch
        {
            null => null,
            { EveryMonths: { } months } =>
                $"Meetings in {meetings.Period}: every {months} months. {meetings.Note} ({meetings.Source.Citation})",
            _ =>
                $"Meetings in {meetings.Period}: {meetings.TimesAYear} a year. {meetings.Note} ({meetings.Source.Citation})",
        };

    /// <summary>The domain has a first day for each membership; the reports have none, and the reader must be told.</summary>
    private static IEnumerable<string> Memberships(IReadOnlyList<MemberFact> members)
    {
        if (members.Count > 0)
        {
            yield return "No source says when a council joined. The first day of a membership is the day since when it is "
                + "known from a document, not a joining date.";
        }

        foreach (var known in members.GroupBy(member => (member.KnownSince, member.Source)))
        {
            var names = string.Join("; ", known.Select(member => member.Name));
            yield return $"Known since {known.Key.KnownSince.InWords} ({known.Key.Source.Citation}): {names}.";
        }
    }
}
