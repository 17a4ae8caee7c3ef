using RegionalNetwork.Domain.Councils;
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

/// <summary>Objects by their global <c>id</c>.</summary>
internal static class Nodes
{
    /// <summary>One object, or null, for each id in its place. All from one request.Snapshot.</summary>
    public static object?[] Find(NetworkRequest request, IReadOnlyList<string> ids)
    {
        if (ids.Count > RequestLimits.NodeIds)
        {
            throw new GraphQLFieldException(
                $"Ask for at most {RequestLimits.NodeIds} ids at once, not {ids.Count}: send the rest in further requests.",
                "TOO_MANY_IDS"
            );
        }

        return [.. ids.Select(id => Find(request, id))];
    }

    public static object? Find(NetworkRequest request, string id) =>
        NodeId.TryParse(id, out var node) ? Find(request, node) : null;

    /// <returns>The object that has exactly this id; null where there is none, and where the caller may not see it.</returns>
    public static object? Find(NetworkRequest request, NodeId id) =>
        id.Type switch
        {
            CouncilResolvers.CouncilType => FindCouncil(id.Key),
            CouncilResolvers.RegionType => CouncilRegister.England.FindRegion(id.Key),
            NetworkResolvers.NetworkType => request.Snapshot.Networks.Find(id.Key),
            PrincipalSocialWorkerResolvers.PrincipalSocialWorkerType => request.Snapshot.Appointments.Find(id.Key),
            PriorityResolvers.ThemeType => ThemeCatalogue.Find(id.Key),
            PriorityView.PriorityType => PriorityKey.Parse(id.Key) is { } key ? PriorityView.Find(request, key) : null,
            WorkstreamResolvers.WorkstreamType => WorkstreamResolvers.Find(request, id.Key),
            PublicationResolvers.PublicationType => request.Snapshot.Publications.Find(id.Key),
            BenchmarkResolvers.IndicatorType => IndicatorSources.Find(request, id.Key, vintage: null),
            _ => null,
        };

    /// <summary>The register also finds three-digit codes, of which no id is made.</summary>
    private static Council? FindCouncil(string code) =>
        CouncilRegister.England.Find(code) is { } council && council.Code == code ? council : null;
}
