using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Themes;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Councils;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Workstreams;

namespace RegionalNetwork.Server.Priorities;

/// <summary>Answers the reading half of <c>schema/priorities.graphql</c>.</summary>
internal static class PriorityResolvers
{
    public const string ThemeType = "Theme";

    public static ResolverMap AddPriorities(this ResolverMap map) =>
        map.Query(query =>
                query
                    .Field("themes", _ => ThemeCatalogue.All)
                    .Field("theme", (CodeArguments a, ResolverContext _) => ThemeCatalogue.Find(a.Code))
            )
            .Object<Theme>(
                ThemeType,
                theme =>
                    theme
                        .Field("id", t => NodeId.Of(ThemeType, t.Code))
                        .Field(
                            "councils",
                            (Theme t, InYearArguments a, ResolverContext context) =>
                                context.Network().Visible(context.Snapshot().Councils.Theme(a.Year, t.Code).Councils)
                        )
                        .Field(
                            "workstreams",
                            (Theme t, PageArguments a, ResolverContext context) =>
                                WorkstreamPages.Of(context.Network(), context.Snapshot().Workstreams.InTheme(t.Code), a)
                        )
            )
            .Object<CouncilInTheme>(
                "ThemeCouncil",
                sharing =>
                    sharing
                        .Field("council", s => CouncilResolvers.Get(s.Council))
                        .Field(
                            "priorities",
                            (s, context) =>
                                PriorityView.Of(context.Network(), OwnerKind.Council, s.Council, s.Priorities)
                        )
            )
            .Object<PriorityView>(PriorityView.PriorityType, AddPriorityFields)
            .Object<Page<PriorityView>>("PriorityConnection")
            .Object<Edge<PriorityView>>("PriorityEdge")
            .Object<PriorityAlignment>(
                "Alignment",
                alignment => alignment.Field("network", (a, context) => context.Snapshot().Networks.Find(a.To))
            )
            .AddPriorityMutations();

    /// <summary>A theme that an event names: it was checked when it happened.</summary>
    public static Theme Theme(string code) =>
        ThemeCatalogue.Find(code) ?? throw new InvalidOperationException($"There is no theme {code}.");

    public static Theme[] FurtherThemes(ThemeChoice themes) => [.. themes.Further.Select(Theme)];

    private static void AddPriorityFields(ObjectResolvers<PriorityView> priority) =>
        priority
            .Field("owner", (p, context) => OwnerOf(p, context))
            .Field("level", p => p.Priority.Level)
            .Field("year", p => p.Priority.Year)
            .Field("rank", (p, context) => p.RankFor(context.Network()))
            .Field("title", p => p.Priority.Details.Title)
            .Field("rationale", p => p.Priority.Details.Rationale)
            .Field("theme", p => Theme(p.Priority.Details.Themes.Lead))
            .Field("furtherThemes", p => FurtherThemes(p.Priority.Details.Themes))
            .Field("status", p => p.Priority.Status)
            .Field("audience", p => p.Priority.Audience)
            .Field("approvedBy", p => p.Priority.ApprovedBy)
            .Field("alignment", p => p.Priority.Details.Alignment);

    private static object OwnerOf(PriorityView priority, ResolverContext context) =>
        priority.Kind == OwnerKind.Council
            ? CouncilResolvers.Get(priority.Owner)
            : context.Snapshot().Networks.Find(priority.Owner)
                ?? throw new InvalidOperationException($"There is no network {priority.Owner}.");

    private sealed record InYearArguments(string Year);
}
