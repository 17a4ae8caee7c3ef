using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Federation.Links;
using RegionalNetwork.Domain.Federation.Members;
using RegionalNetwork.Domain.Neighbours;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.People;
using RegionalNetwork.Domain.PrincipalSocialWorkers;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Rounds;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.Domain.Sharing;
using RegionalNetwork.Domain.Tests.RandomCommands;
using RegionalNetwork.Domain.Workstreams;

namespace RegionalNetwork.Domain.Tests;

/// <summary>The catalogue in the domain's README, against the code: nothing missing, nothing more, and what it says is so.</summary>
public sealed class EventCatalogueTests
{
    private const int Seed = 153;

    private static readonly Type[] CommandKinds =
    [
        typeof(ICouncilCommand),
        typeof(INetworkCommand),
        typeof(PswCommand),
        typeof(WorkstreamCommand),
        typeof(PublicationCommand),
        typeof(PersonCommand),
        typeof(RoleAssignmentCommand),
        typeof(AgreementCommand),
        typeof(ReturnCommand),
        typeof(RoundCommand),
        typeof(NeighbourCommand),
        typeof(MemberCommand),
        typeof(LinkCommand),
    ];

    private static readonly Type[] EventKinds =
    [
        typeof(ICouncilEvent),
        typeof(INetworkEvent),
        typeof(PswEvent),
        typeof(WorkstreamEvent),
        typeof(PublicationEvent),
        typeof(PersonEvent),
        typeof(RoleAssignmentEvent),
        typeof(AgreementEvent),
        typeof(ReturnEvent),
        typeof(RoundEvent),
        typeof(NeighbourEvent),
        typeof(MemberEvent),
        typeof(LinkEvent),
    ];

    [Fact]
    public void Every_command_is_in_the_catalogue() => Assert.Equal(NamesOf(CommandKinds), Catalogue().Keys.Order());

    [Fact]
    public void Every_event_is_in_the_catalogue() =>
        Assert.Equal(NamesOf(EventKinds), Catalogue().Values.SelectMany(row => row.Keys).Distinct().Order());

    [Fact]
    public void Commands_lead_to_the_events_that_the_catalogue_says()
    {
        var run = new RandomRun(Seed);
        run.Councils((_, _) => { });
        run.Networks((_, _) => { });
        run.Psws((_, _) => { });
        run.Workstreams((_, _) => { });
        run.Persons((_, _) => { });
        run.RoleAssignments((_, _) => { });
        run.Agreements((_, _) => { });
        run.Returns((_, _) => { });
        run.ReturnsFromNodes((_, _) => { });
        run.PrioritiesFromNodes((_, _) => { });
        run.Rounds((_, _) => { });
        run.Neighbours((_, _) => { });
        run.Narratives((_, _) => { });
        run.FederationMembers((_, _) => { });
        run.FederationLinks((_, _) => { });

        var publications = NamesOf([typeof(PublicationCommand)]);
        var expected = Catalogue()
            .Where(row => !publications.Contains(row.Key))
            .Select(row => Line(row.Key, row.Value));
        var observed = run.Observed.Select(command =>
            Line(
                command.Key,
                command
                    .Value.SelectMany(events => events)
                    .Distinct()
                    .ToDictionary(
                        name => name,
                        name => command.Value.All(events => events.Contains(name)) ? "always" : "sometimes"
                    )
            )
        );
        Assert.Equal(expected.Order(), observed.Order());
    }

    private static string Line(string command, Dictionary<string, string> events) =>
        $"{command}: {string.Join(", ", events.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}"))}";

    private static IReadOnlyList<string> NamesOf(Type[] kinds) =>
        [
            .. typeof(CouncilDecider)
                .Assembly.GetTypes()
                .Where(type => !type.IsAbstract && kinds.Any(kind => kind.IsAssignableFrom(type)))
                .Select(type => type.Name)
                .Order(),
        ];

    /// <summary>Rows such as <c>| `Command` | `Event` always, `Other` sometimes | why |</c>.</summary>
    private static Dictionary<string, Dictionary<string, string>> Catalogue() =>
        File.ReadLines(Repository.PathOf("src/RegionalNetwork.Domain/README.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(
                cells => cells[1].Trim('`'),
                cells =>
                    cells[2]
                        .Split(", ")
                        .Select(part => part.Split(' '))
                        .ToDictionary(words => words[0].Trim('`'), words => words[1])
            );
}
