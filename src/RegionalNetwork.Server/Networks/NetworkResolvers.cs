using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Benchmarking;
using RegionalNetwork.Server.Councils;
using RegionalNetwork.Server.Priorities;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Returns;
using RegionalNetwork.Server.Workstreams;

namespace RegionalNetwork.Server.Networks;

/// <summary>Answers the reading half of <c>schema/networks.graphql</c>.</summary>
internal static class NetworkResolvers
{
    public const string NetworkType = "Network";

    public static ResolverMap AddNetworks(this ResolverMap map) =>
        map.Query(query =>
                query
                    .Field("networks", context => context.Snapshot().Networks.All)
                    .Field(
                        "network",
                        (CodeArguments a, ResolverContext context) => context.Snapshot().Networks.Find(a.Code)
                    )
            )
            .Object<Network>(NetworkType, AddNetworkFields)
            .Object<Membership>(
                "Membership",
                membership =>
                    membership
                        .Field("council", m => CouncilResolvers.Get(m.Council))
                        .Field("from", m => m.JoinedOn)
                        .Field("to", m => m.LeftOn)
            )
            .AddNetworkMutations();

    private static void AddNetworkFields(ObjectResolvers<Network> network) =>
        network
            .Field("id", n => NodeId.Of(NetworkType, n.Id))
            .Field("code", n => n.Id)
            .Field("name", n => n.Details.Name)
            .Field("scope", n => n.Details.Scope)
            .Field("region", n => n.Details.RegionCode is { } code ? CouncilRegister.England.FindRegion(code) : null)
            .Field("mandate", n => n.Details.Mandate)
            .Field("sponsors", n => n.Details.Sponsors)
            .Field(
                "members",
                (Network n, DateArguments a, ResolverContext context) => n.MembersOn(a.On ?? context.Today())
            )
            .Field("memberships", n => n.Memberships.All)
            .Field(
                "priorities",
                (Network n, YearArguments a, ResolverContext context) =>
                    PriorityView.Of(context.Network(), OwnerKind.Network, n.Id, a.Year)
            )
            .Field(
                "prioritiesConnection",
                (Network n, PrioritiesArguments a, ResolverContext context) =>
                    PriorityPages.Of(context.Network(), OwnerKind.Network, n.Id, a)
            )
            .Field(
                "workstreams",
                (n, context) => context.Network().Visible(context.Snapshot().Workstreams.OfNetwork(n.Id))
            )
            .Field(
                "workstreamsConnection",
                (Network n, PageArguments a, ResolverContext context) =>
                    WorkstreamPages.Of(context.Network(), context.Snapshot().Workstreams.OfNetwork(n.Id), a)
            )
            .Field(
                "returnsDue",
                (Network n, ReturnsDueArguments a, ResolverContext context) => ReturnDue.Of(context.Network(), n, a)
            )
            .Field(
                "rollups",
                (Network n, IndicatorArguments a, ResolverContext context) =>
                    RollupQuery.OfNetwork(context.Network(), a.Indicator, a.Where, n)
            );
}
