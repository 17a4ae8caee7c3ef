using System.Globalization;
using RegionalNetwork.Domain.Workstreams;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Councils;
using RegionalNetwork.Server.Priorities;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Workstreams;

/// <summary>Answers the reading half of <c>schema/workstreams.graphql</c>.</summary>
internal static class WorkstreamResolvers
{
    public const string WorkstreamType = "Workstream";

    public static ResolverMap AddWorkstreams(this ResolverMap map) =>
        map.Query(query =>
                query
                    .Field("workstreams", (WorkstreamsArguments a, ResolverContext context) => Select(a, context))
                    .Field("workstream", (CodeArguments a, ResolverContext context) => Find(context.Network(), a.Code))
            )
            .Object<Workstream>(WorkstreamType, AddWorkstreamFields)
            .Object<Participation>(
                "Participant",
                participant =>
                    participant
                        .Field("council", p => CouncilResolvers.Get(p.Council))
                        .Field(
                            "principalSocialWorkers",
                            (p, context) => context.Snapshot().Appointments.OfCouncilOn(p.Council, context.Today())
                        )
            )
            .Object<WorkstreamAction>(
                "WorkstreamAction",
                action =>
                    action
                        .Field("code", a => a.Id)
                        .Field("title", a => a.Details.Title)
                        .Field("owner", a => CouncilResolvers.Get(a.Details.Owner))
                        .Field("due", a => a.Details.DueOn)
            )
            .Object<PracticeEvent>(
                "PracticeEvent",
                held =>
                    held.Field("code", e => e.Id)
                        .Field("kind", e => e.Details.Kind)
                        .Field("title", e => e.Details.Title)
                        .Field("date", e => Text(e.Details.Date))
                        .Field("audience", e => e.Details.Audience)
                        .Field("description", e => e.Details.Description)
            )
            .Object<Page<Workstream>>("WorkstreamConnection")
            .Object<Edge<Workstream>>("WorkstreamEdge")
            .Object<Page<WorkstreamAction>>("WorkstreamActionConnection")
            .Object<Edge<WorkstreamAction>>("WorkstreamActionEdge")
            .Object<Page<PracticeEvent>>("PracticeEventConnection")
            .Object<Edge<PracticeEvent>>("PracticeEventEdge")
            .Object<PageInfo>("PageInfo")
            .AddWorkstreamMutations();

    private static void AddWorkstreamFields(ObjectResolvers<Workstream> workstream) =>
        workstream
            .Field("id", w => NodeId.Of(WorkstreamType, w.Id))
            .Field("code", w => w.Id)
            .Field("title", w => w.Details.Title)
            .Field("network", (w, context) => w.Network is null ? null : context.Snapshot().Networks.Find(w.Network))
            .Field("theme", w => PriorityResolvers.Theme(w.Details.Themes.Lead))
            .Field("furtherThemes", w => PriorityResolvers.FurtherThemes(w.Details.Themes))
            .Field("mandate", w => w.Details.Mandate)
            .Field("leadCouncil", w => w.LeadCouncil is null ? null : CouncilResolvers.Get(w.LeadCouncil))
            .Field("aims", w => w.Details.Aims)
            .Field("participants", w => w.Participations.All)
            .Field(
                "actionsConnection",
                (Workstream w, PageArguments a, ResolverContext _) => WorkstreamPages.OfActions(w, a)
            )
            .Field("events", w => w.PracticeEvents)
            .Field(
                "eventsConnection",
                (Workstream w, PageArguments a, ResolverContext _) => WorkstreamPages.OfEvents(w, a)
            );

    /// <returns>Null where there is none, and where the caller may not see it.</returns>
    public static Workstream? Find(NetworkRequest request, string code) =>
        request.Snapshot.Workstreams.Find(code) is { } workstream && request.Sees(workstream) ? workstream : null;

    private static Page<Workstream> Select(WorkstreamsArguments arguments, ResolverContext context)
    {
        var directory = context.Snapshot().Workstreams;
        var all =
            arguments.Theme is { } theme ? directory.InTheme(theme)
            : arguments.Network is { } network ? directory.OfNetwork(network)
            : directory.All;
        if (arguments.Status is not null || (arguments.Theme is not null && arguments.Network is not null))
        {
            all =
            [
                .. all.Where(workstream =>
                    (arguments.Network is null || workstream.Network == arguments.Network)
                    && (arguments.Status is null || workstream.Status == arguments.Status)
                ),
            ];
        }

        return WorkstreamPages.Of(context.Network(), all, arguments);
    }

    private static string Text(PracticeEventDate date) =>
        date.Date.ToString(
            date.Precision == DatePrecision.Month ? "yyyy-MM" : "yyyy-MM-dd",
            CultureInfo.InvariantCulture
        );

    private sealed record WorkstreamsArguments(
        string? Theme,
        string? Network,
        WorkstreamStatus? Status,
        int? First,
        string? After,
        int? Last,
        string? Before
    ) : PageArguments(First, After, Last, Before);
}
