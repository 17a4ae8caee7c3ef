using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Neighbours;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Councils;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Neighbours;

/// <summary>Answers <c>schema/neighbours.graphql</c>.</summary>
internal static class NeighbourResolvers
{
    public static ResolverMap AddNeighbours(this ResolverMap map) =>
        map.Query(query => query.Field("neighbourModels", context => context.Snapshot().Neighbours.All))
            .Object<NeighbourModel>(
                "NeighbourModel",
                model =>
                    model
                        .Field("councilCount", m => m.Sets.Count)
                        .Field("pairCount", m => m.Sets.Sum(set => set.Neighbours.Count))
            )
            .Object<NeighbourSetView>("NeighbourSet")
            .Object<RankedNeighbour>("Neighbour");
}

/// <summary>One council's neighbours, with the model that says so.</summary>
internal sealed record NeighbourSetView(NeighbourModel Model, IReadOnlyList<RankedNeighbour> Neighbours)
{
    /// <param name="model">Null for the newest.</param>
    public static NeighbourSetView? Of(NeighbourDirectory models, Council council, string? model) =>
        models.Find(model) is { } found && models.Find(model, council, CouncilRegister.England) is { } set
            ? new NeighbourSetView(
                found,
                [
                    .. set.Neighbours.Select(
                        (neighbour, index) =>
                            new RankedNeighbour(index + 1, CouncilResolvers.Get(neighbour.Council), neighbour.Closeness)
                    ),
                ]
            )
            : null;
}

/// <param name="Rank">From 1, the closest.</param>
internal sealed record RankedNeighbour(int Rank, Council Council, string? Closeness);

internal sealed record NeighboursArguments(string? Model);
