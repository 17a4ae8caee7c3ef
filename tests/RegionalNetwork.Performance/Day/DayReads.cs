using System.Collections.Concurrent;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Performance.Requests;
using RegionalNetwork.Performance.SyntheticNetwork;

namespace RegionalNetwork.Performance.Day;

/// <summary>Everything that changes nothing.</summary>
internal sealed class DayReads(DayPeople people, DayClient client)
{
    private static readonly Role[] OfCouncils =
    [
        Role.PrincipalSocialWorker,
        Role.DeputyPrincipalSocialWorker,
        Role.CouncilApprover,
    ];
    private static readonly Role[] OfNetworks = [Role.RegionalChair, Role.RegionalCoordinator, Role.RegionalAnalyst];
    private static readonly string[] Indicators = ["CSW-01", "CSW-02", "CSW-03", "CSW-04", "CSW-05", "CSW-06"];
    private static readonly string[] Basket =
    [
        .. Indicators,
        "CSW-07",
        "CSW-08",
        "CSW-09",
        "CSW-10-FTE",
        "CSW-11-FTE",
        "CSW-12-FTE",
    ];
    private static readonly string[] Themes = ["T01", "T03", "T04", "T07"];

    private static readonly DayDocument Profile = Of(NetworkRequestName.CouncilProfile);
    private static readonly DayDocument Comparison = Of(NetworkRequestName.CouncilComparison);
    private static readonly DayDocument Benchmark = Of(NetworkRequestName.RegionalBenchmark);
    private static readonly DayDocument Rollups = Of(NetworkRequestName.NationalRollups);
    private static readonly DayDocument Workstreams = Of(NetworkRequestName.WorkstreamsByTheme);

    /// <summary>What people have of pages that they ask for again, by person.</summary>
    private readonly ConcurrentDictionary<Person, string> _tags = new();

    public Task<DayAnswer> AskAsync(DayKind kind, Random random, byte[] buffer)
    {
        var indicator = Indicators[random.Next(Indicators.Length)];
        switch (kind)
        {
            case DayKind.Dashboard:
                var anybody = people.Anybody(random);
                return Post(anybody, Profile, new { code = anybody.Council.Code, year = "2024-25" });
            case DayKind.Comparison or DayKind.Trends:
                var psw = people.AnyOf(random, OfCouncils);
                return Post(
                    psw,
                    Comparison,
                    new
                    {
                        code = psw.Council.Code,
                        indicators = Basket,
                        trends = kind == DayKind.Trends,
                    }
                );
            case DayKind.Benchmark:
                var reader = people.Anybody(random);
                return Post(
                    reader,
                    Benchmark,
                    new
                    {
                        indicator,
                        period = "2023",
                        region = reader.Council.RegionCode,
                    }
                );
            case DayKind.ReturnedBenchmark:
                var peer = people.AnyOf(random, OfCouncils);
                return Post(
                    peer,
                    Benchmark,
                    new
                    {
                        indicator = DayNetwork.SharedIndicator,
                        period = DayNetwork.LastQuarter,
                        region = peer.Council.RegionCode,
                    }
                );
            case DayKind.Rollups:
                return Post(people.AnyOf(random, [Role.NationalOffice]), Rollups, new { indicator });
            case DayKind.Themes:
                var theme = Themes[random.Next(Themes.Length)];
                return Post(people.Anybody(random), Workstreams, new { theme, first = 20 });
            case DayKind.Unchanged:
                return AskAgainAsync(people.Anybody(random), buffer);
            case DayKind.Export:
                return client.GetAsync(
                    people.Anybody(random),
                    $"/exports/indicators/{indicator}.csv",
                    tag: null,
                    buffer
                );
            case DayKind.ReturnsDue:
                var coordinator = people.AnyOf(random, OfNetworks);
                return Post(
                    coordinator,
                    DayDocument.ReturnsDue,
                    new
                    {
                        network = SyntheticCommands.NetworkOf(coordinator.Council),
                        collection = DayNetwork.Collection,
                        period = DayNetwork.DueQuarter,
                    }
                );
            default:
                throw new ArgumentOutOfRangeException(nameof(kind));
        }

        Task<DayAnswer> Post(Person person, DayDocument document, object variables) =>
            client.PostAsync(person, "/graphql", document.With(variables), buffer);
    }

    /// <summary>The first time for the page and its tag, then with the tag.</summary>
    private async Task<DayAnswer> AskAgainAsync(Person person, byte[] buffer)
    {
        var address = DayDocument.Address(
            $$"""{ council(code: "{{person.Council.Code}}") { name region { name } principalSocialWorkers { title from } } }"""
        );
        var answer = await client.GetAsync(person, address, _tags.GetValueOrDefault(person), buffer);
        if (answer.Tag is { } tag)
        {
            _tags[person] = tag;
        }

        return answer;
    }

    private static DayDocument Of(NetworkRequestName name) => DayDocument.Of(NetworkRequests.Of(name));
}
