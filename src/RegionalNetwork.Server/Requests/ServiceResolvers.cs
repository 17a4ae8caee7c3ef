using System.Reflection;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Councils;

namespace RegionalNetwork.Server.Requests;

/// <summary>Answers <c>schema/schema.graphql</c>.</summary>
internal static class ServiceResolvers
{
    private static readonly string Version = Assembly
        .GetExecutingAssembly()
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion;

    public static ResolverMap AddService(this ResolverMap map) =>
        map.Scalar("Date", new DateCoercion())
            .Scalar("DateTime", new DateTimeCoercion())
            .Query(query =>
                query
                    .Field("service", context => new ServiceView(Version, context.Network().Position.ToString()))
                    .Field("viewer", context => context.Network().Actor)
                    .Field("node", (NodeArguments a, ResolverContext context) => Nodes.Find(context.Network(), a.Id))
                    .Field("nodes", (NodesArguments a, ResolverContext context) => Nodes.Find(context.Network(), a.Ids))
            )
            .Object<ServiceView>("Service")
            .Object<Actor>(
                "Viewer",
                viewer =>
                    viewer
                        .Field("roles", a => a.Grants.Select(grant => grant.Role).Distinct().ToArray())
                        .Field("council", CouncilOf)
            );

    /// <summary>The council of the first role that is of one.</summary>
    private static Council? CouncilOf(Actor actor) =>
        actor.Grants.FirstOrDefault(grant => grant.Place.Kind == PlaceKind.Council) is { } grant
            ? CouncilResolvers.Find(grant.Place.Code)
            : null;

    private sealed record ServiceView(string Version, string Position);

    private sealed record NodeArguments(string Id);

    private sealed record NodesArguments(IReadOnlyList<string> Ids);
}
