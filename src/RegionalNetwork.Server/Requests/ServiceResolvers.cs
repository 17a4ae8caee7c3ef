using System.Reflection;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Themes;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Benchmarking;
using RegionalNetwork.Server.Councils;
using RegionalNetwork.Server.Networks;
using RegionalNetwork.Server.PrincipalSocialWorkers;
using RegionalNetwork.Server.Priorities;
using RegionalNetwork.Server.Publications;
using RegionalNetwork.Server.Workstreams;

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
                    .Field("node", (NodeArguments a, ResolverContext context) => FindNode(a.Id, context))
            )
            .Object<ServiceView>("Service")
            .Object<Actor>(
                "Viewer",
                viewer => viewer.Field("council", a => a.Council is null ? null : CouncilResolvers.Find(a.Council))
            );

    private static object? FindNode(string id, ResolverContext context)
    {
        if (!NodeId.TryParse(id, out var node))
        {
            return null;
        }

        var snapshot = context.Snapshot();
        return node.Type switch
        {
            CouncilResolvers.CouncilType => CouncilRegister.England.Find(node.Key),
            CouncilResolvers.RegionType => CouncilRegister.England.FindRegion(node.Key),
            NetworkResolvers.NetworkType => snapshot.Networks.Find(node.Key),
            PrincipalSocialWorkerResolvers.PrincipalSocialWorkerType => snapshot.Appointments.Find(node.Key),
            PriorityResolvers.ThemeType => ThemeCatalogue.Find(node.Key),
            PriorityView.PriorityType => PriorityKey.Parse(node.Key) is { } key
                ? PriorityView.Find(snapshot, key)
                : null,
            WorkstreamResolvers.WorkstreamType => snapshot.Workstreams.Find(node.Key),
            PublicationResolvers.PublicationType => snapshot.Publications.Find(node.Key),
            BenchmarkResolvers.IndicatorType => IndicatorView.Find(snapshot, node.Key, vintage: null),
            _ => null,
        };
    }

    private sealed record ServiceView(string Version, string Position);

    private sealed record NodeArguments(string Id);
}
