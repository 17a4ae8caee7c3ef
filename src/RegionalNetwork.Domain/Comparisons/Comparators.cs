using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Networks;

namespace RegionalNetwork.Domain.Comparisons;

/// <summary>Finds comparators and judges a council against them.</summary>
public static class Comparators
{
    /// <param name="sources">Of this request.</param>
    public static ComparatorAnswer Of(
        BenchmarkColumn column,
        Council council,
        ComparatorKind kind,
        ComparatorSources sources
    ) =>
        kind switch
        {
            ComparatorKind.England => Area(column, council, kind, England.Code, England.Name),
            ComparatorKind.Region => Area(column, council, kind, council.RegionCode, RegionName(council)),
            ComparatorKind.CouncilType => Found(
                column,
                council,
                (kind, null, KindName(council.Type)),
                column.Statistics.Over(council.Type)
            ),
            ComparatorKind.Network => Network(column, council, sources),
            ComparatorKind.Neighbours => Neighbours(column, council, sources),
            ComparatorKind.Group => Group(column, council, sources),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "It has no rule here."),
        };

    /// <summary>The network that is meant: the one named, or the regional one that the council was in on the day.</summary>
    public static Network? NetworkOf(Council council, DateOnly date, ComparatorSources sources)
    {
        if (sources.Network is { } named)
        {
            return named;
        }

        var networks = sources.Networks.OfCouncil(council.Code);
        for (var index = 0; index < networks.Count; index++)
        {
            var network = networks[index];
            if (network.Level == NetworkLevel.Regional && network.IsMember(council.Code, date))
            {
                return network;
            }
        }

        return null;
    }

    private static ComparatorAnswer Area(
        BenchmarkColumn column,
        Council council,
        ComparatorKind kind,
        string code,
        string name
    ) => Found(column, council, (kind, code, name), column.Statistics.Over(code)!);

    private static ComparatorAnswer Network(BenchmarkColumn column, Council council, ComparatorSources sources)
    {
        var date = column.Units.ReferenceDate;
        if (NetworkOf(council, date, sources) is not { } network)
        {
            return NotThere(
                ComparatorKind.Network,
                "Network",
                $"{council.Name} was in no regional network on {Sentences.Day(date)}. Name a network to compare with one."
            );
        }

        return network.MembersOn(date).Count == 0
            ? NotThere(
                ComparatorKind.Network,
                network.Details.Name,
                $"{network.Details.Name} had no members on {Sentences.Day(date)}."
            )
            : Found(
                column,
                council,
                (ComparatorKind.Network, network.Id, network.Details.Name),
                column.Statistics.Over(network)
            );
    }

    private static ComparatorAnswer Neighbours(BenchmarkColumn column, Council council, ComparatorSources sources)
    {
        const string Name = "Statistical neighbours";
        if (sources.Neighbours.Find(sources.NeighbourModel) is not { } model)
        {
            return NotThere(
                ComparatorKind.Neighbours,
                Name,
                sources.NeighbourModel is { } version
                    ? $"There is no model {version} of statistical neighbours."
                    : "No model of statistical neighbours was imported yet."
            );
        }

        if (sources.Neighbours.Find(model.Version, council, column.Units.Register) is not { } set)
        {
            return NotThere(
                ComparatorKind.Neighbours,
                Name,
                $"The model {model.Version} of statistical neighbours does not have {council.Name}."
            );
        }

        var statistics = column.Statistics.OverSet(
            set,
            () => [.. set.Neighbours.Select(neighbour => neighbour.Council)]
        );
        return Found(
            column,
            council,
            (ComparatorKind.Neighbours, model.Version, $"{Name} ({model.Version} model)"),
            statistics
        );
    }

    private static ComparatorAnswer Group(BenchmarkColumn column, Council council, ComparatorSources sources) =>
        sources.Group.Count == 0
            ? NotThere(ComparatorKind.Group, "Group", "No group was given: name its councils.")
            : Found(
                column,
                council,
                (ComparatorKind.Group, null, $"Group of {sources.Group.Count} councils"),
                column.Statistics.OverSet(sources.Group)
            );

    private static ComparatorAnswer Found(
        BenchmarkColumn column,
        Council council,
        (ComparatorKind Kind, string? Code, string Name) named,
        SetStatistics statistics
    )
    {
        var answer = new ComparatorAnswer(named.Kind, named.Code, named.Name, statistics, Reason: null, default);
        return answer with
        {
            Judgement = Judge.Of(column, column.Units.IndexOf(council), statistics, answer.BenchmarkValue),
        };
    }

    private static ComparatorAnswer NotThere(ComparatorKind kind, string name, string reason) =>
        new(kind, null, name, null, reason, Judgement.NotTested("There is no value to compare with."));

    private static string RegionName(Council council) =>
        CouncilRegister.England.FindRegion(council.RegionCode)?.Name ?? council.RegionCode;

    private static string KindName(CouncilType type) =>
        type switch
        {
            CouncilType.UnitaryAuthority => "Unitary authorities",
            CouncilType.MetropolitanDistrict => "Metropolitan districts",
            CouncilType.LondonBorough => "London boroughs",
            _ => "Counties",
        };
}
