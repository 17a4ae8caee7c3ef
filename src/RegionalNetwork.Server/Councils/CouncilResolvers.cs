using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Benchmarking;
using RegionalNetwork.Server.Comparisons;
using RegionalNetwork.Server.Neighbours;
using RegionalNetwork.Server.Priorities;
using RegionalNetwork.Server.Publications;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Returns;
using RegionalNetwork.Server.Workstreams;

namespace RegionalNetwork.Server.Councils;

/// <summary>Answers <c>schema/councils.graphql</c>.</summary>
internal static class CouncilResolvers
{
    public const string CouncilType = "Council";
    public const string RegionType = "Region";

    private static readonly CouncilRegister Register = CouncilRegister.England;

    public static ResolverMap AddCouncils(this ResolverMap map) =>
        map.Query(query =>
                query
                    .Field("council", (CodeArguments a, ResolverContext _) => Find(a.Code))
                    .Field("councils", (CouncilsArguments a, ResolverContext context) => Select(a, context))
                    .Field("regions", _ => Register.Regions)
                    .Field("region", (CodeArguments a, ResolverContext _) => Register.FindRegion(a.Code))
            )
            .Object<Council>(CouncilType, AddCouncilFields)
            .Object<Region>(
                RegionType,
                region =>
                    region
                        .Field("id", r => NodeId.Of(RegionType, r.Code))
                        .Field("parts", r => PartsOf(r))
                        .Field("councils", r => CouncilOrder.In(r.Code).Where(council => council.IsLive).ToArray())
                        .Field(
                            "rollups",
                            (Region r, IndicatorArguments a, ResolverContext context) =>
                                RollupQuery.OfArea(context.Network(), a.Indicator, a.Where, r.Code)
                        )
            )
            .Object<CouncilChange>("CouncilChange")
            .Object<JointReturn>("JointReturn", joint => joint.Field("fromYear", j => j.FirstYear));

    /// <summary>By either code; a code that gave way to one successor of the same authority leads there.</summary>
    public static Council? Find(string code)
    {
        var council = Register.Find(code);
        return
            council is { IsLive: false }
            && Register.Resolve(code) is [var successor]
            && Register.IsSameAuthority(council.Code, successor.Code)
            ? successor
            : council;
    }

    /// <summary>A council that the register is known to have: from an event, which was checked when it happened.</summary>
    public static Council Get(string code) =>
        Register.Find(code) ?? throw new InvalidOperationException($"The register has no council {code}.");

    private static void AddCouncilFields(ObjectResolvers<Council> council) =>
        council
            .Field("id", c => NodeId.Of(CouncilType, c.Code))
            .Field("region", c => Register.FindRegion(c.RegionCode)!)
            .Field("londonPart", c => c.SubRegionCode is null ? null : Register.FindRegion(c.SubRegionCode))
            .Field("operationalFrom", c => c.From)
            .Field("operationalTo", c => c.To)
            .Field("predecessors", c => CouncilChange.Before(c))
            .Field("successors", c => CouncilChange.After(c))
            .Field("jointReturns", c => Register.JointReturns.Where(joint => joint.Members.Contains(c)).ToArray())
            .Field("networks", (Council c, DateArguments a, ResolverContext context) => NetworksOf(c, a, context))
            .Field(
                "principalSocialWorkers",
                (Council c, DateArguments a, ResolverContext context) =>
                    context.Snapshot().Appointments.OfCouncilOn(c.Code, a.On ?? context.Today())
            )
            .Field(
                "priorities",
                (Council c, YearArguments a, ResolverContext context) =>
                    PriorityView.Of(context.Network(), OwnerKind.Council, c.Code, a.Year)
            )
            .Field(
                "prioritiesConnection",
                (Council c, PrioritiesArguments a, ResolverContext context) =>
                    PriorityPages.Of(context.Network(), OwnerKind.Council, c.Code, a)
            )
            .Field(
                "workstreams",
                (c, context) => context.Network().Visible(context.Snapshot().Workstreams.OfCouncil(c.Code))
            )
            .Field(
                "workstreamsConnection",
                (Council c, PageArguments a, ResolverContext context) =>
                    WorkstreamPages.Of(context.Network(), context.Snapshot().Workstreams.OfCouncil(c.Code), a)
            )
            .Field(
                "figure",
                (Council c, FigureArguments a, ResolverContext context) =>
                    BenchmarkQuery.FigureOf(context.Network(), c, a)
            )
            .Field(
                "series",
                (Council c, IndicatorArguments a, ResolverContext context) => SeriesQuery.Of(context.Network(), c, a)
            )
            .Field(
                "neighbours",
                (Council c, NeighboursArguments a, ResolverContext context) =>
                    NeighbourSetView.Of(context.Snapshot().Neighbours, c, a.Model)
            )
            .AddComparisonFields()
            .Field(
                "returns",
                (Council c, ReturnsArguments a, ResolverContext context) => ReturnSelection.Of(context.Network(), c, a)
            )
            .Field(
                "statements",
                (c, context) =>
                    StatementView.Of(context.Snapshot()).Where(view => view.Stated.Council == c.Code).ToArray()
            );

    private static Council[] Select(CouncilsArguments arguments, ResolverContext context)
    {
        var councils = arguments.Region is { } region ? CouncilOrder.In(region) : CouncilOrder.ByName;
        if (arguments.Live is { } live)
        {
            councils = councils.Where(council => council.IsLive == live);
        }

        if (arguments.Network is { } network)
        {
            var members = context.Snapshot().Networks.Find(network)?.MembersOn(context.Today()) ?? [];
            var codes = members.Select(member => member.Council).ToHashSet(StringComparer.Ordinal);
            councils = councils.Where(council => codes.Contains(council.Code));
        }

        return [.. councils];
    }

    private static Region[] PartsOf(Region region) =>
        [.. Register.AllRegions.Where(part => part.Parent == region.Code)];

    private static Network[] NetworksOf(Council council, DateArguments arguments, ResolverContext context)
    {
        var on = arguments.On ?? context.Today();
        return
        [
            .. context.Snapshot().Networks.OfCouncil(council.Code).Where(network => network.IsMember(council.Code, on)),
        ];
    }

    private sealed record CouncilsArguments(string? Region, string? Network, bool? Live);
}
